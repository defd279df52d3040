import type { ChallengeOptions } from '../challenges.ts';
import { createFailure, type FailureChoice } from '../entra/create-failure.ts';
import { createTrace, describeTokenError } from '../entra/errors.ts';
import type { EntraSetting } from '../entra/setting.ts';
import type { CannedAnswer } from '../faults.ts';
import type { Person } from '../people.ts';

/** How Graph turns requests away: with seconds to wait, or with any text as `Retry-After`, or without one (null). */
export type GraphThrottle = ({ seconds: number } | { retryAfter: string | null }) & {
  /** After so many requests they pass again; without it, never. */
  times?: number;
};

/** What requests are answered with instead of what they asked for, until it is put back. */
export interface AnswerLevers {
  /**
   * Answers every request of the person, or of anybody (null), with a failure of `failureRows`: at the token endpoint,
   * or where the choice says so at the authorization endpoint, once it is known who comes. Null puts both back. Throws
   * a RangeError for a failure that is never met there.
   */
  answerWith(person: Person | null, failure: FailureChoice | null): void;
  /** Has Graph challenge the person's tokens issued until now, those of a client that can handle it (`CP1`). */
  challenge(person: Person, options?: ChallengeOptions): void;
  /** Turns every request of an endpoint away (429), with so many seconds to wait. */
  throttle(endpoint: 'token' | 'graph', seconds: number | null): void;
  /** Turns Graph's requests under a path away, those in a batch too; null puts back whatever stands there. */
  throttleGraph(pathPrefix: string, throttle: GraphThrottle | null): void;
  /** Has Graph answer every delta query that goes on from before with 410. */
  expireDeltaTokens(): void;
  /** Closes every connection of a sign-in, of the token endpoint and of Graph without an answer. */
  cutNetwork(isCut: boolean): void;
}

/** The lowest of Graph's route prefixes, so that faults of single routes go before it. */
const everyRoute = '/';

export function createAnswerLevers({ standing, workings }: EntraSetting): AnswerLevers {
  const { faults, challenges, clock } = workings;
  const throttles: { token: CannedAnswer | null; graph: CannedAnswer | null } = { token: null, graph: null };

  const bodies = {
    token: () =>
      describeTokenError(createFailure({ aadsts: 90055 }, 'token'), createTrace(clock.now(), undefined)),
    graph: () => ({ error: { code: 'TooManyRequests', message: 'Please retry again later.' } }),
  };

  /** Puts back a throttle of ours, and nothing else that may stand in its place by now. */
  function release(endpoint: 'token' | 'graph'): void {
    const throttle = throttles[endpoint];
    throttles[endpoint] = null;
    if (throttle === null) return;
    if (endpoint === 'token' && faults.token === throttle) faults.token = null;
    if (endpoint === 'graph' && faults.graph[everyRoute] === throttle) delete faults.graph[everyRoute];
  }

  return {
    answerWith: (person, failure) => standing.set(person, failure),
    challenge: (person, options) => challenges.make(person, options),
    throttle(endpoint, seconds) {
      release(endpoint);
      if (seconds === null) return;
      const throttle = {
        status: 429,
        headers: { 'Retry-After': String(seconds) },
        body: bodies[endpoint](),
      };
      throttles[endpoint] = throttle;
      if (endpoint === 'token') faults.token = throttle;
      else faults.graph[everyRoute] = throttle;
    },
    throttleGraph(pathPrefix, throttle) {
      delete faults.graph[pathPrefix];
      if (throttle === null || throttle.times === 0) return;
      const retryAfter = 'seconds' in throttle ? String(throttle.seconds) : throttle.retryAfter;
      faults.graph[pathPrefix] = {
        status: 429,
        headers: retryAfter === null ? {} : { 'Retry-After': retryAfter },
        body: bodies.graph(),
        ...(throttle.times === undefined ? {} : { times: throttle.times }),
      };
    },
    expireDeltaTokens() {
      faults.deltaEpoch += 1;
    },
    cutNetwork(isCut) {
      for (const name of ['metadataNetwork', 'authorize', 'tokenNetwork', 'graphNetwork'] as const) {
        if (isCut) faults[name] = 'reset';
        else if (faults[name] === 'reset') faults[name] = null;
      }
    },
  };
}
