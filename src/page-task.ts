import type { Edit } from './edits.ts';

/** A page of the web as a browser tells of it. What may not be known is missing. */
export interface PageFacts {
  url?: string | undefined;
  title?: string | undefined;
}

export type AddTask = Extract<Edit, { kind: 'add-task' }>;

/** As many UTF-16 units as an edit takes (`edits.ts`). */
export const LONGEST_TITLE = 255;
const LONGEST_ADDRESS = 2000;

/**
 * The task of reading a page later: called as the page is, or as its host where it has no title. Null for what is no
 * page of the web: a page of the browser's own, a script in the place of an address.
 */
export function taskOfPage({ url = '', title = '' }: PageFacts): AddTask | null {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return null;
  return {
    kind: 'add-task',
    title: toTitle(title) || toTitle(address.host),
    due: null,
    link: toLink(address),
  };
}

/**
 * A text as a title of one line: without control characters and the marks that turn the direction of what follows,
 * and cut where it is too long, but not through the middle of a character.
 */
export function toTitle(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()
    .slice(0, LONGEST_TITLE)
    .replace(/\p{Cs}$/u, '')
    .trimEnd();
}

/** What signs somebody in, as some pages have it behind the `#` (OAuth 2.0, RFC 6749 §4.2.2). */
const SECRET = /(?:^#|[?&#])(?:access_token|id_token|code|token)=/i;

/**
 * Nobody's password and no token goes along; an address that is too long loses the place in the page, or is left out.
 */
function toLink(address: URL): string | null {
  address.username = '';
  address.password = '';
  if (SECRET.test(address.hash)) address.hash = '';
  if (address.href.length > LONGEST_ADDRESS) address.hash = '';
  return address.href.length > LONGEST_ADDRESS ? null : address.href;
}
