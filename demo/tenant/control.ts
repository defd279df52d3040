import type { Clock } from './clock.ts';
import type { EntraSetting } from './entra/setting.ts';
import type { Faults } from './faults.ts';
import { type AccountLevers, createAccountLevers } from './levers/account-levers.ts';
import { type AnswerLevers, createAnswerLevers } from './levers/answer-levers.ts';
import { type ConsentLevers, createConsentLevers } from './levers/consent-levers.ts';
import { createMailboxLevers, type MailboxLevers } from './levers/mailbox-levers.ts';
import type { LogEntry } from './log.ts';
import { describeState, type TenantState } from './state.ts';
import { type Counters, resetWorkings, type Traffic } from './workings.ts';

/** The tenant's levers, for tests and for the demo; they act on the next request. */
export interface TenantControl extends AccountLevers, ConsentLevers, AnswerLevers, MailboxLevers {
  readonly faults: Faults;
  readonly counters: Readonly<Counters>;
  readonly traffic: Readonly<Traffic>;
  readonly log: readonly LogEntry[];
  /** Every code and every access, refresh and ID token of this run, to search other places for. */
  readonly issuedSecrets: ReadonlySet<string>;
  /** The tenant's time; every life and end the tenant speaks of moves with it. */
  readonly clock: Clock;
  /** Everything at a glance, for a switchboard. */
  state(): TenantState;
  /** Signs with a fresh key from now on; the old one stays published beside it until the reset. */
  rotateKeys(): Promise<void>;
  /** Forgets sessions, consents, refresh tokens, faults, counters and log, and puts accounts and clock right. */
  reset(): void;
}

/** The outer side of one tenant's workings. */
export function createControl(setting: EntraSetting): TenantControl {
  const { workings, accounts, consents, sessions, storage, refreshTokens, standing, keys } = setting;
  return {
    ...createAccountLevers(setting),
    ...createConsentLevers(setting),
    ...createAnswerLevers(setting),
    ...createMailboxLevers(setting),
    faults: workings.faults,
    counters: workings.counters,
    traffic: workings.traffic,
    log: workings.log.entries,
    issuedSecrets: workings.secrets,
    clock: workings.clock,
    state: () => describeState(setting),
    rotateKeys: () => keys.rotate(),
    reset() {
      resetWorkings(workings);
      accounts.clear();
      consents.clear();
      sessions.clear();
      refreshTokens.clear();
      standing.clear();
      storage.clear();
      keys.reset();
    },
  };
}
