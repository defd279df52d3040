import type { ConsentPolicy } from '../entra/consents.ts';
import { parseScopes } from '../entra/scopes.ts';
import type { EntraSetting } from '../entra/setting.ts';
import type { Person } from '../people.ts';

/** Who has agreed to what, and who may. Scopes are given and taken by their short names. */
export interface ConsentLevers {
  /** What was agreed to for a person: by themselves and for the whole organisation. */
  consents(person: Person): ReadonlySet<string>;
  /** Takes back some of what the person agreed to, or with no scopes named all of it; the organisation's stays. */
  revokeConsent(person: Person, scopes?: readonly string[]): void;
  organisationConsents(): ReadonlySet<string>;
  /** Consents as an administrator does for everybody, basic scopes included; throws for a scope that does not exist. */
  consentForOrganisation(scopes: readonly string[]): void;
  revokeOrganisationConsent(scopes?: readonly string[]): void;
  /** Who in the organisation may consent; what was consented before stays. */
  setConsentPolicy(policy: ConsentPolicy): void;
}

export function createConsentLevers({ consents }: EntraSetting): ConsentLevers {
  return {
    consents: (person) => consents.of(person),
    revokeConsent: (person, scopes) => consents.revoke(person, scopes),
    organisationConsents: () => consents.ofOrganisation(),
    consentForOrganisation(scopes) {
      const { known, unknown } = parseScopes(scopes.join(' '));
      if (unknown.length > 0) throw new RangeError(`There is no scope ${unknown.join(' ')}.`);
      consents.addForOrganisation(known.map(({ name }) => name));
    },
    revokeOrganisationConsent: (scopes) => consents.revokeForOrganisation(scopes),
    setConsentPolicy(policy) {
      consents.policy = policy;
    },
  };
}
