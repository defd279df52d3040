import { AppError, type Reason } from '../../src/errors.ts';
import { presentObstacle, type Silence, toObstacle } from '../../src/obstacles.ts';
import { standingOf } from '../../src/storage.ts';

const MINUTE_MS = 60_000;

/**
 * For how long what was found out is not asked again. Microsoft's session is tried silently no more often than this
 * either: it would be the same answer, and Entra counts.
 */
export const SESSION_PAUSE_MS = 10 * MINUTE_MS;
const PAUSES: Record<Silence, number> = {
  'browser-session': SESSION_PAUSE_MS,
  no: SESSION_PAUSE_MS,
  later: MINUTE_MS,
};

/** Nothing to note of these: the network comes and goes, and a consent stands in the ledger. */
const PASSING: ReadonlySet<Reason> = new Set([
  'offline',
  'network-sign-in',
  'microsoft-unavailable',
  'throttled',
  'unexpected',
  'consent-missing',
  'vault-lost',
]);

/**
 * Rejects with what was found out lately: that the person is needed, or that Microsoft wants a pause.
 * @throws AppError
 */
export async function checkStanding(accountId: string, now = Date.now()): Promise<void> {
  const standing = await standingOf(accountId).get();
  if (!standing?.obstacle) return;
  const { reason, ...rest } = standing.obstacle;
  const pause = PAUSES[presentObstacle(reason).silence];
  const isPaused = rest.retryAt === undefined ? isWithin(standing.notedAt, pause, now) : rest.retryAt > now;
  if (isPaused) throw new AppError(reason, { ...rest, claims: standing.claims ?? undefined });
}

/** Notes why silence is at its end, for this life of the background and the next. */
export async function noteStanding(accountId: string, error: AppError): Promise<void> {
  if (PASSING.has(error.reason) && error.retryAt === undefined) return;
  const stored = standingOf(accountId);
  const triedSessionAt = (await stored.get())?.triedSessionAt ?? null;
  const { purpose: _, ...obstacle } = toObstacle(error);
  const standing = { obstacle, notedAt: Date.now(), claims: error.claims ?? null, triedSessionAt };
  // What cannot be noted is found out again.
  await stored.set(standing).catch(() => undefined);
}

/**
 * Notes that Microsoft's session in the browser is about to be tried.
 * @throws AppError `session-ended` where it was lately, or where it cannot be noted and would be tried over and over
 */
export async function noteSessionTry(accountId: string, now = Date.now()): Promise<void> {
  const stored = standingOf(accountId);
  const standing = (await stored.get()) ?? {
    obstacle: null,
    notedAt: now,
    claims: null,
    triedSessionAt: null,
  };
  if (isWithin(standing.triedSessionAt, SESSION_PAUSE_MS, now)) throw new AppError('session-ended');
  await stored.set({ ...standing, triedSessionAt: now }).catch(() => {
    throw new AppError('session-ended');
  });
}

/** A time in the future is one of a clock that was put back since. */
export function isWithin(at: number | null, ms: number, now = Date.now()): boolean {
  return at !== null && at <= now && now - at < ms;
}
