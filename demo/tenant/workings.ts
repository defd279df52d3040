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

/** What the endpoints count, watch and obey; `TenantControl` is the outer side of it. */
export interface Workings {
  clock: Clock;
  faults: Faults;
  counters: Counters;
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
    secrets: new Set(),
    challenges: createChallenges(clock),
  };
}

/** Puts everything back except the record of secrets, which belongs to the whole run. */
export function resetWorkings({ clock, faults, counters, log, challenges }: Workings): void {
  clock.reset();
  log.clear();
  challenges.clear();
  Object.assign(faults, noFaults());
  Object.assign(counters, { authorize: 0, token: 0, graph: 0 });
}
