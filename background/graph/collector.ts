import { exchangeBatch, MOST_PARTS } from './batch.ts';
import { type Limiter, MOST_AT_ONCE } from './limiter.ts';
import { exchange, type GraphAnswer, type GraphRequest } from './request.ts';

/** Requests of one account, put together where they come in the same moment. */
export interface Collector {
  send(token: string, request: GraphRequest): Promise<GraphAnswer>;
  /** Somebody is about to send something: whoever is ready waits a little for them. */
  announce(): { arrived(): void };
}

interface Waiting {
  token: string;
  request: GraphRequest;
  resolve(answer: GraphAnswer | Promise<GraphAnswer>): void;
}

/** What a page asks in one turn comes in as messages that are hardly apart. */
const GAP_MS = 3;
/** Nobody waits longer than this for the others. */
const LONGEST_GAP_MS = 25;

/**
 * What is read in the same moment with the same token goes in one `$batch`: opening the popup costs one request. What
 * changes something, and what may be called off, goes by itself.
 */
export function createCollector(limiter: Limiter): Collector {
  let waiting: Waiting[] = [];
  let expected = 0;
  let soon: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(soon);
    clearTimeout(latest);
    latest = undefined;
    const all = waiting;
    waiting = [];
    for (const token of new Set(all.map((each) => each.token))) {
      const mine = all.filter((each) => each.token === token);
      for (let from = 0; from < mine.length; from += MOST_PARTS) {
        sendTogether(token, mine.slice(from, from + MOST_PARTS));
      }
    }
  };

  const sendTogether = (token: string, group: readonly Waiting[]) => {
    const [only, ...more] = group;
    if (only && more.length === 0) {
      only.resolve(limiter.run(1, () => exchange(token, only.request)));
      return;
    }
    const requests = group.map(({ request }) => request);
    // Graph works at the parts of a batch at the same time, as far as it does for one mailbox.
    const answers = limiter.run(MOST_AT_ONCE, () => exchangeBatch(token, requests));
    group.forEach(({ resolve }, index) => {
      resolve(answers.then((each) => each[index] as GraphAnswer));
    });
  };

  const settle = () => {
    clearTimeout(soon);
    if (waiting.length === 0) return;
    latest ??= setTimeout(flush, LONGEST_GAP_MS);
    if (expected === 0) soon = setTimeout(flush, GAP_MS);
  };

  return {
    send(token, request) {
      const isPlain = (request.method ?? 'GET') === 'GET' && !request.signal;
      if (!isPlain) return limiter.run(1, () => exchange(token, request));
      return new Promise((resolve) => {
        waiting.push({ token, request, resolve });
        settle();
      });
    },
    announce() {
      expected += 1;
      let isThere = false;
      return {
        arrived() {
          if (isThere) return;
          isThere = true;
          expected -= 1;
          settle();
        },
      };
    },
  };
}
