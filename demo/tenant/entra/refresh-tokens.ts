import type { Clock } from '../clock.ts';
import type { Person } from '../people.ts';
import type { CoreStorage } from './adapter.ts';

/** Ends of refresh tokens that come before their day is over. */
export interface RefreshTokens {
  /** Those issued so far are refused from now on; later ones serve. */
  revoke(person: Person): void;
  /** Those issued so far are as old as they may get. */
  expire(person: Person): void;
  /** When a token was revoked, in milliseconds of the tenant's clock; undefined for one that was not. */
  revokedAt(token: string): number | undefined;
  /** Every token of this grant, and of those that come of it, is of a session that has passed the second step. */
  noteMfa(grantId: string): void;
  hasMfa(grantId: string | undefined): boolean;
  clear(): void;
}

export function createRefreshTokens(storage: CoreStorage, clock: Clock): RefreshTokens {
  const revoked = new Map<string, number>();
  const withMfa = new Set<string>();
  return {
    revoke(person) {
      for (const token of storage.idsOf('RefreshToken', person.oid)) revoked.set(token, clock.now());
    },
    expire(person) {
      for (const token of storage.idsOf('RefreshToken', person.oid)) storage.expire('RefreshToken', token);
    },
    revokedAt: (token) => revoked.get(token),
    noteMfa: (grantId) => void withMfa.add(grantId),
    hasMfa: (grantId) => grantId !== undefined && withMfa.has(grantId),
    clear() {
      revoked.clear();
      withMfa.clear();
    },
  };
}
