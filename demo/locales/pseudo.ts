import type { Message, Messages } from './messages.ts';

/** Where names and numbers go: `$value$`. */
const PLACEHOLDER = /(\$\w+\$)/;

/**
 * Has what follows written from right to left, letter by letter, until the other; apart from what stands beside it, as
 * the letters of a real language would be (Unicode, UAX #9: an override in an isolate).
 */
const OVERRIDE = '\u2067\u202E';
const POP = '\u202C\u2069';

/** Plural forms that Arabic has and English lacks. The browser returns an empty text for a missing one. */
const MORE_FORMS = ['zero', 'two', 'few', 'many'];

const PLAIN = 'acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ';
const ACCENTED = 'åçðéĝĥîĵķļñöŕšţûŵýžÅÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽ';

/**
 * A language that nobody speaks, for whoever looks at a layout (as Unicode's `ar-XB`): each vowel and each r twice, so
 * that words are about two fifths longer; an accent on every letter that can have one; brackets, of which none may be
 * missing; and everything from right to left. A text with a number has every form of Arabic, which the browser asks for.
 */
export function pseudoLocale(messages: Messages): Messages {
  const entries = Object.entries(messages).flatMap(([key, entry]) => {
    const plural = key.endsWith('_other') ? key.slice(0, -'other'.length) : null;
    const keys = plural === null ? [key] : [key, ...MORE_FORMS.map((form) => plural + form)];
    return keys.map((each) => [each, disguise(entry)] as const);
  });
  return {
    ...Object.fromEntries(entries),
    languageTag: { message: 'ar-XB' },
    textDirection: { message: 'rtl' },
  };
}

function disguise(entry: Message): Message {
  const parts = entry.message.split(PLACEHOLDER).map((part) => {
    if (part === '' || PLACEHOLDER.test(part)) return part;
    const longer = part.replace(/[aeiouyr]/gi, '$&$&');
    return `${OVERRIDE}${longer.replace(/[a-z]/gi, accented)}${POP}`;
  });
  return { ...entry, message: `⟦${parts.join('')}⟧` };
}

function accented(letter: string): string {
  return ACCENTED[PLAIN.indexOf(letter)] ?? letter;
}
