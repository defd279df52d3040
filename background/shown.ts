import { dropSnapshots } from '../src/snapshots.ts';
import { fileSyncOf, meetingsOf, watchOf } from '../src/storage.ts';

/** Forgets everything of an account that pages have shown: it may be seen no more, or not as it was. */
export async function forgetShown(accountId: string): Promise<void> {
  await Promise.all([dropSnapshots(accountId), fileSyncOf(accountId).remove()]);
}

/** And what looking has brought. Of which meetings somebody was reminded stays known, or they would be once more. */
export async function forgetAllShown(accountId: string): Promise<void> {
  await Promise.all([forgetShown(accountId), watchOf(accountId).remove(), meetingsOf(accountId).remove()]);
}
