import { retryAfter } from '../http.ts';
import type { GraphAnswer, GraphRequest } from './request.ts';

/** Not more repeats than this, whatever the reason. */
const MOST_REPEATS = 3;
/** The first pause where Microsoft names none; each further one is twice as long, up to the longest. */
const FIRST_PAUSE_MS = 500;
/** Whoever looks at the popup waits so long at most; and a worker that waits for longer may be stopped. */
export const LONGEST_PAUSE_MS = 8_000;
/** For a throttled request without a time of its own, as MSAL does for tokens. */
const DEFAULT_PAUSE_MS = 60_000;

/** Whether Microsoft asks for a pause, and until when (epoch ms). */
export function readPause({ status, headers }: GraphAnswer, now = Date.now()): number | null {
  if (status !== 429 && status !== 503 && status !== 504) return null;
  const until = retryAfter(headers, now);
  if (until !== undefined) return until;
  return status === 429 ? now + DEFAULT_PAUSE_MS : null;
}

/**
 * How long to wait before the same request is sent again, in ms; null: it is not (Microsoft: "Microsoft Graph throttling
 * guidance"). A time that Microsoft names is kept to; a pause without one grows, and is drawn by lot, so that many do
 * not come back at once. What may have changed something is not repeated: only 429 is sure to have done nothing.
 */
export function waitBeforeRepeat(
  answer: GraphAnswer,
  { method = 'GET' }: GraphRequest,
  repeats: number,
  random = Math.random,
  now = Date.now(),
): number | null {
  const isSafe = method === 'GET' || answer.status === 429;
  if (!isSafe || repeats >= MOST_REPEATS) return null;
  const until = readPause(answer, now);
  if (until !== null) return until - now <= LONGEST_PAUSE_MS ? until - now : null;
  if (answer.status !== 503 && answer.status !== 504) return null;
  const most = Math.min(FIRST_PAUSE_MS * 2 ** repeats, LONGEST_PAUSE_MS);
  return most / 2 + (random() * most) / 2;
}
