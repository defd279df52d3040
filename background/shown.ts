import { dropSnapshots } from '../src/snapshots.ts';
import { dropWatched, fileSyncOf } from '../src/storage.ts';

/** Forgets everything of an account that pages and the icon have shown: it may be seen no more, or not as it was. */
export async function forgetShown(accountId: string): Promise<void> {
  await Promise.all([dropSnapshots(accountId), fileSyncOf(accountId).remove(), dropWatched(accountId)]);
}
