import { pausesOf } from '../../src/storage.ts';
import type { AccountBook } from '../auth/accounts.ts';
import { joining } from '../join.ts';
import { type Collector, createCollector } from './collector.ts';
import { createLimiter, MOST_AT_ONCE } from './limiter.ts';
import { notePause, waitForPause } from './pauses.ts';
import type { GraphAnswer, GraphRequest } from './request.ts';
import { readPause, waitBeforeRepeat } from './retry.ts';

/** The way to Graph for every account: how often, how many at a time, and what goes together. */
export interface Transport {
  /**
   * Sends a request, again where that may help. `onSent` is called when it is under way for the first time.
   * @throws AppError
   */
  send(accountId: string, token: string, request: GraphRequest, onSent?: () => void): Promise<GraphAnswer>;
  /** Tells that an account is about to send; see `Collector`. */
  announce(accountId: string): { arrived(): void };
}

export type Wait = (ms: number) => Promise<void>;

const sleep: Wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function createTransport(book: AccountBook, wait: Wait = sleep): Transport {
  const collectors = new Map<string, Collector>();
  const joined = joining<Record<string, number> | null>();
  const drawn = new WeakMap<object, number>();

  const collectorOf = (accountId: string): Collector => {
    const known = collectors.get(accountId) ?? createCollector(createLimiter(MOST_AT_ONCE));
    collectors.set(accountId, known);
    return known;
  };

  /** Whoever shares an answer shares the lot as well, so that what went together comes again together. */
  const lotOf = (answer: GraphAnswer) => () => {
    const { origin = answer } = answer;
    const lot = drawn.get(origin) ?? Math.random();
    drawn.set(origin, lot);
    return lot;
  };

  return {
    announce: (accountId) => collectorOf(accountId).announce(),
    async send(accountId, token, request, onSent = () => undefined) {
      for (let repeats = 0; ; repeats += 1) {
        await waitForPause(request, () => joined(accountId, () => pausesOf(accountId).get()), wait);
        const sent = collectorOf(accountId).send(token, request);
        onSent();
        const answer = await sent;
        await notePause(book, accountId, request, answer);
        const ms = waitBeforeRepeat(answer, request, repeats, lotOf(answer));
        if (ms === null) return answer;
        // A time that Microsoft has named is on record by now, and waited for above.
        if (readPause(answer) === null) await wait(ms);
      }
    },
  };
}
