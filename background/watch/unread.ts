import { watchOf } from '../../src/storage.ts';
import type { WatchStand } from '../../src/watch-memory.ts';

/**
 * The number of unread messages as a page has just read it, where it is watched: it costs nothing. To be done while the
 * account cannot be signed out. True where the icon is to be drawn anew.
 */
export function noteUnread(accountId: string, unread: number, readAt: number): Promise<boolean> {
  return change(accountId, (stand) => {
    const { unread: _, ...obstacles } = stand.obstacles;
    return { ...stand, unread, obstacles, lookedAt: { ...stand.lookedAt, unread: readAt } };
  });
}

/** So many fewer are unread by what a person has done; negative for more. As `noteUnread`. */
export function shiftUnread(accountId: string, fewer: number): Promise<boolean> {
  return change(accountId, (stand) => ({
    ...stand,
    unread: stand.unread === null ? null : Math.max(0, stand.unread - fewer),
  }));
}

async function change(accountId: string, make: (stand: WatchStand) => WatchStand): Promise<boolean> {
  const stand = await watchOf(accountId).get();
  // Not looked for, or not yet.
  if (stand?.lookedAt.unread === undefined) return false;
  await watchOf(accountId).set(make(stand));
  return true;
}
