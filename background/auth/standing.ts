import { AppError, type Reason } from '../../src/errors.ts';
import { presentObstacle, toObstacle } from '../../src/obstacles.ts';
import { standingOf } from '../../src/storage.ts';

const MINUTE_MS = 60_000;

/**
 * For how long what was found out is not asked again. Microsoft's session is tried silently no more often than this
 * either: it would be the same answer, and Entra counts.
 */
export const SESSION_PAUSE_MS = 10 * MINUTE_MS;
/** A pause that seems longer is one of a clock that was put back (`retryAfter` in http.ts ends at an hour). */
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

/** What goes on being so. The network comes and goes, a consent stands in the ledger, and a bad answer is one answer. */
const LASTING: ReadonlySet<Reason> = new Set([
  'session-ended',
  'refresh-token-expired',
  'sign-in-revoked',
  'password-changed',
  'password-expired',
  'fresh-sign-in-required',
  'extra-check',
  'device-policy',
  'blocked-by-policy',
  'not-assigned',
  'account-disabled',
  'account-gone',
  'account-not-in-tenant',
  'registration-wrong',
  'platform-wrong',
  'app-unavailable',
  'tenant-unknown',
]);

/**
 * Rejects with what was found out lately: that the person is needed, or that Microsoft wants a pause. What was found
 * out longer ago may be tried again; it is given back, for it says more than that there is still no session.
 * @throws AppError
 */
export async function checkStanding(accountId: string, now = Date.now()): Promise<AppError | null> {
  const standing = await standingOf(accountId).get();
  if (!standing?.obstacle) return null;
  const { reason, ...rest } = standing.obstacle;
  const isAhead = (at: number) => at > now && at - now <= LONGEST_PAUSE_MS;
  const isPaused =
    rest.retryAt === undefined ? isWithin(standing.notedAt, SESSION_PAUSE_MS, now) : isAhead(rest.retryAt);
  const found = new AppError(reason, { ...rest, claims: standing.claims ?? undefined });
  if (isPaused) throw found;
  return presentObstacle(reason).action === 'sign-in' ? found : null;
}

/**
 * Notes why silence is at its end, for this life of the background and the next. `claims` are those of the request
 * that failed, which the next one has to carry as well unless the failure brought others.
 */
export async function noteStanding(accountId: string, error: AppError, claims?: string): Promise<void> {
  if (!LASTING.has(error.reason) && error.retryAt === undefined) return;
  const stored = standingOf(accountId);
  const triedSessionAt = (await stored.get())?.triedSessionAt ?? null;
  const { purpose: _, ...obstacle } = toObstacle(error);
  const standing = { obstacle, notedAt: Date.now(), claims: error.claims ?? claims ?? null, triedSessionAt };
  // What cannot be noted is found out again.
  await stored.set(standing).catch(() => undefined);
}

/** Keeps the claims with which the window has failed, for the next one; silence is as it was. */
export async function keepClaims(accountId: string, claims: string, now = Date.now()): Promise<void> {
  const stored = standingOf(accountId);
  const standing = (await stored.get()) ?? { obstacle: null, notedAt: now, claims, triedSessionAt: null };
  await stored.set({ ...standing, claims }).catch(() => undefined);
}

/**
 * Notes that Microsoft's session in the browser is about to be tried, if `check` does not reject.
 * @throws AppError `session-ended` where it was lately, or where it cannot be noted and would be tried over and over
 */
export async function noteSessionTry(
  accountId: string,
  check: () => Promise<void>,
  now = Date.now(),
): Promise<void> {
  const stored = standingOf(accountId);
  const standing = (await stored.get()) ?? {
    obstacle: null,
    notedAt: now,
    claims: null,
    triedSessionAt: null,
  };
  if (isWithin(standing.triedSessionAt, SESSION_PAUSE_MS, now)) throw new AppError('session-ended');
  await check();
  await stored.set({ ...standing, triedSessionAt: now }).catch(() => {
    throw new AppError('session-ended');
  });
}

/** That try has told nothing of the session. */
export async function forgetSessionTry(accountId: string): Promise<void> {
  const stored = standingOf(accountId);
  const standing = await stored.get();
  if (standing) await stored.set({ ...standing, triedSessionAt: null }).catch(() => undefined);
}

/** A time in the future is one of a clock that was put back since. */
export function isWithin(at: number | null, ms: number, now = Date.now()): boolean {
  return at !== null && at <= now && now - at < ms;
}
