import type { Person } from '../../people.ts';
import { allStaff, type CastKey, type Correspondent, cast, colleagues } from '../cast.ts';
import { createRandom } from '../random.ts';
import { type Directory, findColleague, idFor } from './directory.ts';
import type { DirectoryEntry } from './directory-entry.ts';

/** Somebody, or a group, that a person has to do with. */
export interface RelevantPerson {
  who: Correspondent;
  /** Null for somebody outside, and for a group. */
  entry: DirectoryEntry | null;
  id: string;
  kind: { class: 'Person' | 'Group'; subclass: string };
  /** The higher the closer. */
  score: number;
}

const outsiders: readonly CastKey[] = ['gwen', 'anselm', 'leigh', 'kestrel', 'marsh', 'dorothy'];
const friends: readonly CastKey[] = ['aunt', 'rowan', 'choir', 'landlord', 'bakery'];

/** Whom somebody has to do with, the closest first; the same for the same person. */
export function findRelevant(person: Person, directory: Directory): RelevantPerson[] {
  const random = createRandom(`people around ${person.key}`);
  const contact = (key: CastKey, subclass: string): Omit<RelevantPerson, 'score'> => ({
    who: cast[key],
    entry: null,
    id: idFor(cast[key].address),
    kind: { class: 'Person', subclass },
  });
  const colleague = (key: CastKey): Omit<RelevantPerson, 'score'>[] => {
    const entry = findColleague(directory, key);
    if (!entry || entry.userPrincipalName === person.userPrincipalName) return [];
    return [{ who: cast[key], entry, id: entry.id, kind: { class: 'Person', subclass: 'OrganizationUser' } }];
  };
  const group = {
    who: allStaff,
    entry: null,
    id: idFor(allStaff.address),
    kind: { class: 'Group', subclass: 'UnifiedGroup' },
  } as const;
  const found =
    person.kind === 'personal'
      ? random.shuffle(friends).map((key) => contact(key, 'PersonalContact'))
      : [
          ...random.shuffle(colleagues).flatMap(colleague),
          ...random.shuffle(outsiders).map((key) => contact(key, 'ImplicitContact')),
          group,
        ];
  return found.map((each, index) => ({ ...each, score: Math.round(600 / (index + 1)) / 10 }));
}
