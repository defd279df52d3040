import { organisation, type Person } from '../people.ts';
import { firstConsent } from './scopes.ts';

/**
 * Who may consent in the organisation: `person`, anybody to whatever does not always need an administrator; `default`,
 * Microsoft's managed policy, which leaves more to administrators; `administrator`, nobody else to anything of Graph's.
 */
export const consentPolicies = ['person', 'default', 'administrator'] as const;
export type ConsentPolicy = (typeof consentPolicies)[number];

/** What was agreed to for the app, by each person and for the whole organisation; it outlives sessions and tokens. */
export interface Consents {
  policy: ConsentPolicy;
  /** What a person's tokens may hold: their own and the organisation's. */
  of(person: Person): ReadonlySet<string>;
  ownOf(person: Person): ReadonlySet<string>;
  ofOrganisation(): ReadonlySet<string>;
  add(person: Person, scopes: Iterable<string>): void;
  /** Consents for everybody in the organisation; the first time, the basic scopes come along. */
  addForOrganisation(scopes: Iterable<string>): void;
  /** Takes back what the person agreed to; without scopes, all of it. */
  revoke(person: Person, scopes?: readonly string[]): void;
  revokeForOrganisation(scopes?: readonly string[]): void;
  clear(): void;
}

const without = (consented: ReadonlySet<string>, scopes: readonly string[] | undefined) =>
  new Set(scopes ? [...consented].filter((scope) => !scopes.includes(scope)) : []);

export function createConsents(): Consents {
  const byOid = new Map<string, ReadonlySet<string>>();
  let organisational: ReadonlySet<string> = new Set();
  const ownOf = ({ oid }: Person) => byOid.get(oid) ?? new Set<string>();
  const consents: Consents = {
    policy: 'person',
    of: (person) =>
      person.tid === organisation.tid ? new Set([...ownOf(person), ...organisational]) : ownOf(person),
    ownOf,
    ofOrganisation: () => organisational,
    add(person, scopes) {
      byOid.set(person.oid, new Set([...ownOf(person), ...scopes]));
    },
    addForOrganisation(scopes) {
      organisational = new Set([...organisational, ...scopes, ...firstConsent]);
    },
    revoke(person, scopes) {
      byOid.set(person.oid, without(ownOf(person), scopes));
    },
    revokeForOrganisation(scopes) {
      organisational = without(organisational, scopes);
    },
    clear() {
      consents.policy = 'person';
      byOid.clear();
      organisational = new Set();
    },
  };
  return consents;
}
