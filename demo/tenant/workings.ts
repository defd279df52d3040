import { type Challenges, createChallenges } from './challenges.ts';
import type { Clock } from './clock.ts';
import { type Faults, noFaults } from './faults.ts';
import type { RequestLog } from './log.ts';

/** How often each endpoint was asked; preflights do not count. */
export interface Counters {
  authorize: number;
  token: number;
  graph: number;
}

/** What Graph has been asked and has answered, as a bill would say it. Preflights do not count. */
export interface Traffic {
  requests: number;
  /** What Graph itself counts: each part of a batch, and each request that is none. */
  parts: number;
  /** What was sent in answer: bodies and headers, as HTTP/1.1 writes them, without TLS. */
  bytes: number;
}

/** What the endpoints count, watch and obey; `TenantControl` is the outer side of it. */
export interface Workings {
  clock: Clock;
  faults: Faults;
  counters: Counters;
  traffic: Traffic;
  log: RequestLog;
  secrets: Set<string>;
  challenges: Challenges;
}

export function createWorkings(clock: Clock, log: RequestLog): Workings {
  return {
    clock,
    log,
    faults: noFaults(),
    counters: { authorize: 0, token: 0, graph: 0 },
    traffic: { requests: 0, parts: 0, bytes: 0 },
    secrets: new Set(),
    challenges: createChallenges(clock),
  };
}

/** Puts everything back except the record of secrets, which belongs to the whole run. */
export function resetWorkings({ clock, faults, counters, traffic, log, challenges }: Workings): void {
  clock.reset();
  log.clear();
  challenges.clear();
  Object.assign(faults, noFaults());
  Object.assign(counters, { authorize: 0, token: 0, graph: 0 });
  Object.assign(traffic, { requests: 0, parts: 0, bytes: 0 });
}
