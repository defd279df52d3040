import * as v from 'valibot';

/** Longer than any subject or name that was meant to be read; one of 10 kB is somebody's experiment. */
const LONGEST_LINE = 500;

/** UTF-16 units. The longest emoji, a family with its skins, has fewer. */
const LONGEST_CHARACTER = 48;

/** Line breaks and tabs, which stand between words. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
 * What is never seen and can do harm: control characters, halves of characters (surrogates), and the marks that turn
 * the direction of what follows, with which `gpj.exe` is made to look like `exe.jpg`. Joiners stay: emoji need them.
 */
const UNSEEN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

const UNSEEN_BUT_BREAKS = /(?![\t\n])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A text for one line, of at most 500 UTF-16 units, as somebody else wrote it. */
export function toLine(text: string): string {
  // Cut twice, so that what is searched and segmented is never the whole of a hostile text.
  const begun = text
    .slice(0, 4 * LONGEST_LINE)
    .replace(BREAKS, ' ')
    .replace(UNSEEN, '');
  return cutText(begun.trim(), LONGEST_LINE).trimEnd();
}

/** A text of many lines. */
export function toParagraphs(text: string, longest: number): { text: string; isCut: boolean } {
  const whole = text.replace(/\r\n?/g, '\n').replace(UNSEEN_BUT_BREAKS, '').trim();
  return { text: cutText(whole, longest), isCut: whole.length > longest };
}

/** The beginning of a text, without half an emoji or a letter robbed of its accent at the end. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const part = segmenter.segment(text.slice(0, longest + LONGEST_CHARACTER)).containing(longest);
  // One letter under a thousand accents is no letter, and is not kept whole.
  return text.slice(0, part?.index || longest).replace(/\p{Cs}$/u, '');
}

/** Words that Graph has from people: subjects, names, places. */
export const line = v.pipe(v.string(), v.transform(toLine));

/** The same where there may be none; an empty one is none. */
export const nullableLine = v.pipe(
  v.nullish(line, null),
  v.transform((text) => text || null),
);
