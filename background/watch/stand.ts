import type { Obstacle } from '../../src/obstacles.ts';
import { needsOf } from '../../src/purposes.ts';
import { type AccountRecord, meetingsOf, remindersOf, watchOf } from '../../src/storage.ts';
import type { WatchStand } from '../../src/watch-memory.ts';
import { WATCH_NAMES, WATCHES, type WatchName } from '../../src/watches.ts';
import type { Ledger } from '../auth/ledger.ts';
import { findBarrier, isBarrier, isPassing } from './barriers.ts';
import type { Look } from './look.ts';
import { afterNothing, firstLook, isDue, type Lot, nextLook } from './schedule.ts';

interface Circumstances {
  /** Whether somebody has just turned something on. */
  isLookWanted: boolean;
  /** Whether the background has just been started: what it finds nothing of, the browser has been started with. */
  isStarting: boolean;
  now: number;
  lot: Lot;
}

/**
 * Brings what is kept of an account's watches in line with what is on, and with what may be asked: what may not is
 * forgotten at once. Gives what may be asked. To be done while the account cannot be signed out.
 */
export async function refreshStand(
  account: AccountRecord,
  ledger: Ledger,
  { isLookWanted, isStarting, now, lot }: Circumstances,
): Promise<{ stand: WatchStand; open: WatchName[] }> {
  const { id, since, watches: on = [] } = account;
  const before = await watchOf(id).get();
  const known = before ?? emptyStand(since, isStarting ? firstLook(now, lot) : now);
  // Somebody who has just signed in again need not wait for what was planned before.
  const stand = structuredClone(
    known.since === since ? known : { ...known, since, failures: 0, nextAt: now },
  );
  const open: WatchName[] = [];
  for (const watch of WATCH_NAMES) {
    const barrier = on.includes(watch) ? await findBarrier(ledger, id, watch) : null;
    const isOpen = on.includes(watch) && barrier === null;
    const last = stand.obstacles[watch];
    if (isOpen) open.push(watch);
    else await forget(stand, id, watch);
    const wasBarred = stand.barred.includes(watch);
    stand.barred = stand.barred.filter((each) => each !== watch);
    if (barrier) {
      stand.obstacles[watch] = barrier;
      stand.barred.push(watch);
    } else if (last && (!isOpen || wasBarred || (await isAnswered(ledger, id, watch, stand, last)))) {
      delete stand.obstacles[watch];
      // What has stood in the way is gone.
      if (isOpen) stand.nextAt = now;
    }
  }
  if (isLookWanted) stand.nextAt = now;
  await keep(id, on.length > 0 ? stand : null, before);
  return { stand, open };
}

/** Whether somebody has given, since the last look, what that look came to nothing for want of. */
async function isAnswered(
  ledger: Ledger,
  accountId: string,
  watch: WatchName,
  { triedAt }: WatchStand,
  last: Obstacle,
): Promise<boolean> {
  if (!isBarrier(last)) return false;
  const { entries } = await ledger.read(accountId);
  return needsOf(WATCHES[watch].purpose).some((need) => (entries[need]?.answeredAt ?? 0) > (triedAt ?? 0));
}

function emptyStand(since: number, nextAt: number): WatchStand {
  return { since, unread: null, lookedAt: {}, obstacles: {}, barred: [], nextAt, triedAt: null, failures: 0 };
}

async function forget(stand: WatchStand, accountId: string, watch: WatchName): Promise<void> {
  delete stand.lookedAt[watch];
  if (watch === 'unread') stand.unread = null;
  else await Promise.all([dropIfThere(meetingsOf(accountId)), dropIfThere(remindersOf(accountId))]);
}

async function dropIfThere(stored: { get(): Promise<unknown>; remove(): Promise<void> }): Promise<void> {
  if ((await stored.get()) !== null) await stored.remove();
}

async function keep(accountId: string, stand: WatchStand | null, before: WatchStand | null): Promise<void> {
  if (JSON.stringify(stand) === JSON.stringify(before)) return;
  if (stand) await watchOf(accountId).set(stand);
  else await watchOf(accountId).remove();
}

/** A look that has begun: what was planned in case that nothing comes of it, and how many failed before it. */
export interface Begun {
  nextAt: number;
  failures: number;
}

/**
 * Notes that a look begins, and plans the next as if nothing would come of this one: a look that breaks down, or ends
 * with the background, is not begun again at once. Null where it is not due any more. To be done while the account
 * cannot be signed out.
 */
export async function beginLook({ id, since }: AccountRecord, now: number): Promise<Begun | null> {
  const stand = await watchOf(id).get();
  if (stand?.since !== since || !isDue(stand.nextAt, now)) return null;
  const { failures } = stand;
  const nextAt = afterNothing(failures, now);
  await watchOf(id).set({ ...stand, nextAt, failures: failures + 1 });
  return { nextAt, failures };
}

interface Recording {
  begun: Begun;
  isIdle: boolean;
  /** Whether nobody has changed anything while it was under way. */
  isUndisturbed: boolean;
  now: number;
  lot: Lot;
}

/**
 * Writes down what a look came to, and when to look again. What a person is needed for is not shown from before. To be
 * done while the account cannot be signed out.
 */
export async function recordLook(
  account: AccountRecord,
  { replies, startedAt, isOffline }: Look,
  { begun, isIdle, isUndisturbed, now, lot }: Recording,
): Promise<void> {
  const { id, watches: on = [] } = account;
  const stand = await watchOf(id).get();
  // Turned off, signed out or forgotten meanwhile.
  if (stand?.since !== account.since) return;
  const asked = WATCH_NAMES.filter((watch) => replies[watch] !== undefined && on.includes(watch));
  for (const watch of asked) {
    const reply = replies[watch];
    if (reply?.kind === 'ready') {
      stand.lookedAt[watch] = reply.readAt;
      delete stand.obstacles[watch];
    } else if (reply) {
      stand.obstacles[watch] = reply.obstacle;
      if (!isPassing(reply.obstacle)) await forget(stand, id, watch);
    }
  }
  const { unread, meetings } = replies;
  if (asked.includes('unread') && unread?.kind === 'ready' && isUndisturbed) stand.unread = unread.data;
  if (asked.includes('meetings') && meetings?.kind === 'ready') {
    // Memory that is full costs the whole once more, and nothing else.
    await meetingsOf(id)
      .set(meetings.data)
      .catch(() => meetingsOf(id).remove());
  }
  const obstacles = asked.flatMap((watch) => stand.obstacles[watch] ?? []);
  const isFailed = obstacles.some(isPassing);
  stand.triedAt = startedAt;
  const failures = isFailed ? begun.failures + 1 : 0;
  stand.failures = isOffline ? begun.failures : failures;
  const circumstances = {
    watched: asked.length,
    isIdle,
    failures: isOffline ? 0 : stand.failures,
    isPersonNeeded: obstacles.length > 0 && obstacles.length === asked.length && !isFailed,
    retryAt: Math.max(0, ...obstacles.map(({ retryAt = 0 }) => retryAt)) || null,
  };
  // Unless somebody has turned something on meanwhile, who waits for a look of its own.
  if (stand.nextAt === begun.nextAt) stand.nextAt = nextLook(circumstances, now, lot);
  await watchOf(id).set(stand);
}
