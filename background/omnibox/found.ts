import { composeLink } from '../../src/contact-links.ts';
import type { FileItem } from '../../src/data/files.ts';
import { splitMatches } from '../../src/matches.ts';
import { say } from '../../src/words.ts';
import type { FoundMessage } from '../graph/mail-search.ts';
import type { FoundPerson } from '../graph/people.ts';
import { fileLink, outlookLink } from '../graph/web-links.ts';

/** One thing that the address bar can lead to. */
export interface Found {
  title: string;
  /** What choosing it does. */
  detail: string;
  /** An https address that `ownLink` lets through. */
  url: string;
}

/** A new message to them. Who has no address cannot be written to. */
export function fromPerson({ name, mail }: FoundPerson, isPersonal: boolean): Found[] {
  return mail
    ? [{ title: name, detail: say('omniboxPerson', mail), url: composeLink(mail, { isPersonal }) }]
    : [];
}

export function fromFile({ name, folder, url }: FileItem): Found {
  return { title: name, detail: folder ? say('omniboxFileIn', folder) : say('omniboxFile'), url };
}

export function fromMessage({ subject, from, url }: FoundMessage): Found {
  const detail = from ? say('omniboxMailFrom', from) : say('omniboxMail');
  return { title: subject || say('noSubject'), detail, url };
}

/** An address that the address bar may open: in Outlook or a place of files; null for any other. */
export function ownLink(address: string): string | null {
  return outlookLink(address) ?? fileLink(address);
}

/**
 * The best of several lists, each in its own order of merit: one of each in turn, so that many files do not push out
 * the one person. The list whose first fits best what was typed comes first.
 */
export function mix(lists: readonly (readonly Found[])[], typed: string, most: number): Found[] {
  const inTurn = lists
    .map((list) => ({ list, fit: fitOf(list[0], typed) }))
    .sort((one, other) => other.fit - one.fit)
    .map(({ list }) => list);
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const rounds = Array.from({ length: longest }, (_, round) => inTurn.flatMap((list) => list[round] ?? []));
  const seen = new Set<string>();
  // The browser shows an address once.
  const different = rounds.flat().filter(({ url }) => !seen.has(url) && seen.add(url));
  return different.slice(0, most);
}

/** How much of a title was typed, the beginning counting double: a person called "Fern" before a file with ferns in it. */
function fitOf(found: Found | undefined, typed: string): number {
  if (!found || found.title === '') return 0;
  const pieces = splitMatches(found.title, typed);
  const typedOf = (from: typeof pieces) =>
    from.reduce((sum, { text, isMatch }) => sum + (isMatch ? text.length : 0), 0);
  return (typedOf(pieces) + typedOf(pieces.slice(0, 1))) / found.title.length;
}
