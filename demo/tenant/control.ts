import type { Clock } from './clock.ts';
import type { EntraSetting } from './entra/setting.ts';
import type { Faults } from './faults.ts';
import type { LogEntry } from './log.ts';
import type { Person } from './people.ts';
import { type Counters, resetWorkings } from './workings.ts';

/** The tenant's levers, for tests and for the demo; they act on the next request. */
export interface TenantControl {
  readonly faults: Faults;
  readonly counters: Readonly<Counters>;
  readonly log: readonly LogEntry[];
  /** Every code and every access, refresh and ID token of this run, to search other places for. */
  readonly issuedSecrets: ReadonlySet<string>;
  /** The tenant's time; every life and end the tenant speaks of moves with it. */
  readonly clock: Clock;
  consents(person: Person): ReadonlySet<string>;
  /** Takes back some scopes, or with none named the whole consent. */
  revokeConsent(person: Person, scopes?: readonly string[]): void;
  /** Ends the person's session in every browser; their tokens live on. */
  endSession(person: Person): void;
  /** Every refresh token issued to the person so far is refused from now on, as after a password reset (50173). */
  revokeRefreshTokens(person: Person): void;
  /** Every refresh token issued to the person so far has had its 24 hours (700084). */
  expireRefreshTokens(person: Person): void;
  /** Signs with a fresh key from now on; the old one stays published beside it until the reset. */
  rotateKeys(): Promise<void>;
  /** Forgets sessions, consents, refresh tokens, faults, counters and log, and puts the clock right. */
  reset(): void;
}

/** The outer side of one tenant's workings. */
export function createControl(setting: EntraSetting): TenantControl {
  const { workings, consents, sessions, storage, refreshTokens, keys } = setting;
  return {
    faults: workings.faults,
    counters: workings.counters,
    log: workings.log.entries,
    issuedSecrets: workings.secrets,
    clock: workings.clock,
    consents: (person) => consents.of(person),
    revokeConsent: (person, scopes) => consents.revoke(person, scopes),
    endSession: (person) => sessions.end(person),
    revokeRefreshTokens: (person) => refreshTokens.revoke(person),
    expireRefreshTokens: (person) => refreshTokens.expire(person),
    rotateKeys: () => keys.rotate(),
    reset() {
      resetWorkings(workings);
      consents.clear();
      sessions.clear();
      refreshTokens.clear();
      storage.clear();
      keys.reset();
    },
  };
}
