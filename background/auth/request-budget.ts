import { AppError } from '../../src/errors.ts';
import { tokenRequestsOf } from '../../src/storage.ts';

/** Entra takes 15 equal requests in 5 minutes for a loop (AADSTS50196); Lanyard stops itself well before. */
const MOST = 10;
const WINDOW_MS = 5 * 60 * 1000;

/**
 * Notes that a token is about to be asked for, before it is, so that a stopped background has not forgotten.
 * @throws AppError `loop-stopped`, with the time from which on it may be asked for again
 */
export async function spendTokenRequest(accountId: string, now = Date.now()): Promise<void> {
  const recent = await recentRequests(accountId, now);
  const oldest = recent[0];
  if (recent.length >= MOST && oldest !== undefined) {
    throw new AppError('loop-stopped', { retryAt: oldest + WINDOW_MS });
  }
  await tokenRequestsOf(accountId).set([...recent, now]);
}

/** When a token was last asked for, epoch ms; null: not lately. */
export async function lastTokenRequest(accountId: string, now = Date.now()): Promise<number | null> {
  return (await recentRequests(accountId, now)).at(-1) ?? null;
}

/** A clock that was put back leaves times in the future; they do not count. */
async function recentRequests(accountId: string, now: number): Promise<number[]> {
  const all = (await tokenRequestsOf(accountId).get()) ?? [];
  return all.filter((at) => at <= now && at > now - WINDOW_MS);
}
