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
    await note(accountId, recent);
    throw new AppError('loop-stopped', { retryAt: oldest + WINDOW_MS });
  }
  await note(accountId, [...recent, now]);
}

/** Where memory is full, this life of the background at least does not forget. */
const unstored = new Map<string, number[]>();

async function note(accountId: string, requests: number[]): Promise<void> {
  try {
    await tokenRequestsOf(accountId).set(requests);
    unstored.delete(accountId);
  } catch {
    unstored.set(accountId, requests);
  }
}

/** How many tokens were asked for in the last five minutes. */
export async function recentTokenRequests(accountId: string, now = Date.now()): Promise<number> {
  return (await recentRequests(accountId, now)).length;
}

/** When a token was last asked for, epoch ms; null: not lately. */
export async function lastTokenRequest(accountId: string, now = Date.now()): Promise<number | null> {
  return (await recentRequests(accountId, now)).at(-1) ?? null;
}

/** A clock that was put back leaves times in the future; those requests count as made just now. */
async function recentRequests(accountId: string, now: number): Promise<number[]> {
  const all = unstored.get(accountId) ?? (await tokenRequestsOf(accountId).get()) ?? [];
  return all.map((at) => Math.min(at, now)).filter((at) => at > now - WINDOW_MS);
}
