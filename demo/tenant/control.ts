import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import type { LogEntry, RequestLog } from './log.ts';
import type { Person } from './people.ts';

/** An answer given instead of the real one; an object body is sent as JSON, a string as it is. */
export interface CannedAnswer {
  status: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** Milliseconds, or a promise that the answer waits for: a test that holds the promise needs no clock. */
export type Delay = number | Promise<unknown>;

/** One way in which every ID token is wrong while set; all are signed with the tenant's own, valid key. */
export type IdTokenFault =
  | 'wrong-aud'
  | 'wrong-iss'
  | 'wrong-nonce'
  | 'expired'
  | 'missing-sub'
  | 'wrong-tid'
  | 'missing-iat'
  | 'missing-oid'
  | 'no-id-token';

/** What the tenant does wrong, or unusually, until it is put back. */
export interface Faults {
  idToken: IdTokenFault | null;
  /** Answers every token request. `{ status: 200, body: {} }` is the success without a token. */
  token: CannedAnswer | null;
  /** By route prefix, such as `/v1.0/me`; the longest that fits wins. */
  graph: Record<string, CannedAnswer>;
  delay: { token: Delay | null; graph: Delay | null };
  /** Scopes that the token endpoint leaves out although they were asked and consented. */
  withheldScopes: readonly string[];
  /** Life of new access tokens in seconds; null is Entra's random 60 to 90 minutes. */
  accessTokenSeconds: number | null;
  /** The platform the redirect URIs are registered under; anything but a single-page app breaks an extension. */
  platform: 'spa' | 'native';
}

/** How often each endpoint was asked; preflights do not count. */
export interface Counters {
  authorize: number;
  token: number;
  graph: number;
}

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
  /** Forgets sessions, consents, faults, counters and log, and puts the clock right. */
  reset(): void;
}

export function noFaults(): Faults {
  return {
    idToken: null,
    token: null,
    graph: {},
    delay: { token: null, graph: null },
    withheldScopes: [],
    accessTokenSeconds: null,
    platform: 'spa',
  };
}

/** What the endpoints count, watch and obey; `TenantControl` is the outer side of it. */
export interface Workings {
  clock: Clock;
  faults: Faults;
  counters: Counters;
  log: RequestLog;
  secrets: Set<string>;
}

export function createWorkings(clock: Clock, log: RequestLog): Workings {
  return {
    clock,
    log,
    faults: noFaults(),
    counters: { authorize: 0, token: 0, graph: 0 },
    secrets: new Set(),
  };
}

/** Puts everything back except the record of secrets, which belongs to the whole run. */
export function resetWorkings({ clock, faults, counters, log }: Workings): void {
  clock.reset();
  log.clear();
  Object.assign(faults, noFaults());
  Object.assign(counters, { authorize: 0, token: 0, graph: 0 });
}

/** Waits as long as a fault asks for. */
export async function hold(delay: Delay | null): Promise<void> {
  if (typeof delay === 'number') await wait(delay, undefined, { ref: false });
  else await delay;
}
