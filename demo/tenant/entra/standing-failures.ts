import type { Person } from '../people.ts';
import { type Audience, createFailure, endpointOf, type FailureChoice } from './create-failure.ts';
import type { EntraError } from './errors.ts';

/** What a person, or anybody, is answered with at each endpoint. */
export interface StandingAnswers {
  token: FailureChoice | null;
  authorize: FailureChoice | null;
}

/** Failures that answer every request of a person, or of anybody (null), until they are put back. */
export interface StandingFailures {
  /** Sets the answer of the endpoint that the choice names; null puts both back. */
  set(person: Person | null, choice: FailureChoice | null): void;
  of(person: Person | null): StandingAnswers;
  isEmpty(): boolean;
  /** What this person is to be told: their own failure, or else everybody's. */
  find(person: Person | null, audience: Audience, grant?: 'code' | 'refresh'): EntraError | null;
  clear(): void;
}

const nothing: StandingAnswers = { token: null, authorize: null };

export function createStandingFailures(): StandingFailures {
  const answers = new Map<string | null, StandingAnswers>();
  const of = (person: Person | null) => answers.get(person?.key ?? null) ?? nothing;
  return {
    of,
    set(person, choice) {
      const key = person?.key ?? null;
      if (choice === null) answers.delete(key);
      else answers.set(key, { ...of(person), [endpointOf(choice)]: choice });
    },
    isEmpty: () => answers.size === 0,
    find(person, audience, grant) {
      const endpoint = audience === 'token' ? 'token' : 'authorize';
      const choices = [of(person)[endpoint], of(null)[endpoint]];
      const choice = choices.find((each) => each && (each.grant === undefined || each.grant === grant));
      return choice ? createFailure(choice, audience) : null;
    },
    clear: () => answers.clear(),
  };
}
