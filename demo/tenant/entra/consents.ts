import type { Person } from '../people.ts';

/** What each person agreed to for the app; it outlives every session and token. */
export interface Consents {
  of(person: Person): ReadonlySet<string>;
  add(person: Person, scopes: Iterable<string>): void;
  revoke(person: Person, scopes?: readonly string[]): void;
  clear(): void;
}

export function createConsents(): Consents {
  const byOid = new Map<string, Set<string>>();
  const of = (person: Person) => byOid.get(person.oid) ?? new Set<string>();
  return {
    of,
    add(person, scopes) {
      byOid.set(person.oid, new Set([...of(person), ...scopes]));
    },
    revoke(person, scopes) {
      byOid.set(
        person.oid,
        new Set(scopes ? [...of(person)].filter((scope) => !scopes.includes(scope)) : []),
      );
    },
    clear() {
      byOid.clear();
    },
  };
}
