import { createHash } from 'node:crypto';
import type { Person } from '../../people.ts';
import { addressFor, cast, colleagues } from '../cast.ts';
import { graphIdOf } from '../owner.ts';
import { createRandom, type Random } from '../random.ts';
import { type DirectoryEntry, entryOf, isEntryOf } from './directory-entry.ts';
import { departments, givenNames, surnames } from './names.ts';
import { nameOddly } from './odd-names.ts';

/** What a directory is made from. */
export interface DirectorySetting {
  people: readonly Person[];
  /** How many entries, the people who sign in and their colleagues among them; never fewer than these. */
  size: number;
  /** Whether three of them go by names that no list is ready for. */
  hasOddNames: boolean;
}

/** Everybody at the organisation, in the order of their names. */
export interface Directory {
  entries: readonly DirectoryEntry[];
  /** By object id or by user principal name, whatever their case. */
  find(key: string): DirectoryEntry | undefined;
}

/** An object id made from a name: the same in every run. */
export function idFor(name: string): string {
  const hex = createHash('sha256').update(`object ${name}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.slice(16, 17), 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Somebody with a post; `rank` has the phone number differ. */
function hire(name: { given: string; family: string }, rank: number, random: Random): DirectoryEntry {
  const displayName = `${name.given} ${name.family}`;
  const department = random.pick(departments);
  const extension = String(960200 + rank);
  return {
    id: idFor(displayName),
    displayName,
    givenName: name.given,
    surname: name.family,
    jobTitle: random.pick(department.titles),
    department: department.name,
    officeLocation: random.pick(department.offices),
    userPrincipalName: addressFor(displayName),
    mobilePhone: null,
    businessPhones: random.chance(0.7) ? [`+44 1632 ${extension}`] : [],
    preferredLanguage: null,
    hasPhoto: random.chance(0.5),
    managerId: null,
  };
}

function splitName(displayName: string) {
  const [given = displayName, ...family] = displayName.split(' ');
  return { given, family: family.join(' ') };
}

/** Every pair of a given name and a surname, in an order that mixes them. */
const shuffleNames = (random: Random) =>
  random.shuffle(givenNames.flatMap((given) => surnames.map((family) => ({ given, family }))));

const byName = new Intl.Collator('en');

/** Makes the directory; the same people have the same posts and ids, whatever its size. */
export function createDirectory({ people, size, hasOddNames }: DirectorySetting): Directory {
  const random = createRandom('directory');
  const director = { ...hire(splitName(cast.rosalind.name), 0, random), jobTitle: 'Director' };
  const head = { ...hire(splitName(cast.odile.name), 1, random), managerId: director.id };
  const known: DirectoryEntry[] = [
    director,
    { ...head, jobTitle: 'Head of Collections', department: 'Living Collections' },
  ];
  const isKnown = (address: string) => known.some((entry) => entry.userPrincipalName === address);
  for (const person of people.filter(({ kind }) => kind !== 'personal')) {
    known.push(entryOf(person, graphIdOf(person), head.id));
  }
  for (const key of colleagues) {
    if (isKnown(cast[key].address)) continue;
    const entry = hire(splitName(cast[key].name), known.length, random);
    known.push({ ...entry, managerId: head.id });
  }
  const others = shuffleNames(random)
    .slice(0, Math.max(0, size - known.length))
    .map((name, index) => ({ ...hire(name, known.length + index, random), managerId: director.id }));
  const entries = [...known, ...(hasOddNames ? nameOddly(others) : others)].sort((left, right) =>
    byName.compare(left.displayName, right.displayName),
  );
  const index = new Map(
    entries.flatMap((entry) => [
      [entry.id.toLowerCase(), entry] as const,
      [entry.userPrincipalName.toLowerCase(), entry] as const,
    ]),
  );
  return { entries, find: (key) => index.get(key.toLowerCase()) };
}

/** The entry of a colleague out of the cast. */
export const findColleague = ({ entries }: Directory, key: (typeof colleagues)[number]) =>
  entries.find(isEntryOf(cast[key]));
