import { splitMatches } from '../../src/matches.ts';
import { cutText, toLine } from '../graph/texts.ts';
import type { Found } from './found.ts';

/** As much of a title as an address bar has room for, and of what stands behind it. UTF-16 units. */
const LONGEST_TITLE = 100;
const LONGEST_DETAIL = 60;

/**
 * What XML 1.0 has no place for and `toLine` leaves: the two characters that are none. And the marks that lean what
 * follows to one side, of which a line that somebody else wrote needs none.
 */
const UNWELCOME = /[\uFFFE\uFFFF\u200E\u200F\u061C]/g;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** How a browser reads a line of its address bar: as XML with `match` and `dim` in it, or as it stands. */
export type LineForm = 'xml' | 'plain';

/**
 * A line of the address bar. In Chromium one that is not well-formed costs all of them. Titles and details may hold
 * anything.
 */
export function describe(
  { title, detail }: Pick<Found, 'title' | 'detail'>,
  typed: string,
  form: LineForm,
): string {
  const shown = clean(title, LONGEST_TITLE);
  const rest = clean(detail, LONGEST_DETAIL);
  if (form === 'plain') return `${shown} – ${rest}`;
  const pieces = splitMatches(shown, typed).map(({ text, isMatch }) =>
    isMatch ? `<match>${escapeXml(text)}</match>` : escapeXml(text),
  );
  return `${pieces.join('')} <dim>– ${escapeXml(rest)}</dim>`;
}

/** A sentence of ours in the address bar. */
export function describeHint(text: string, form: LineForm): string {
  return form === 'xml' ? `<dim>${escapeXml(text)}</dim>` : text;
}

function clean(text: string, longest: number): string {
  const line = toLine(text).replace(UNWELCOME, '').trim();
  return line.length > longest ? `${cutText(line, longest - 1).trimEnd()}…` : line;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
