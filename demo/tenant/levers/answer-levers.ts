import type { ChallengeOptions } from '../challenges.ts';
import { createFailure, type FailureChoice } from '../entra/create-failure.ts';
import { createTrace, describeTokenError } from '../entra/errors.ts';
import type { EntraSetting } from '../entra/setting.ts';
import type { CannedAnswer } from '../faults.ts';
import type { Person } from '../people.ts';

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
    cutNetwork(isCut) {
      for (const name of ['authorize', 'tokenNetwork', 'graphNetwork'] as const) {
        if (isCut) faults[name] = 'reset';
        else if (faults[name] === 'reset') faults[name] = null;
      }
    },
  };
}
