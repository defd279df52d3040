import type { DirectoryEntry } from './directory-entry.ts';

/** Markup; a right-to-left override, which turns round what follows it; and ten thousand characters without a space. */
const oddNames: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  'Anna \u202Egpj.exe Smith',
  'Llanfair'.padEnd(10_000, 'pwllgwyngyll'),
];

/** Renames the first few, who keep their addresses and everything else. */
export const nameOddly = (entries: readonly DirectoryEntry[]): DirectoryEntry[] =>
  entries.map((entry, index) => {
    const displayName = oddNames[index];
    return displayName === undefined
      ? entry
      : { ...entry, displayName, givenName: displayName, surname: null };
  });
