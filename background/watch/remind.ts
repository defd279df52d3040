import { toAppError } from '../../src/errors.ts';
import { meetingsOf, remindersOf } from '../../src/storage.ts';
import type { Reminder } from '../../src/watch-memory.ts';
import { type AccountBook, whileSignedIn } from '../auth/accounts.ts';
import { logBug } from '../log.ts';
import { listMeetings } from './meetings.ts';
import { noticeOf, showNotice } from './notices.ts';
import { planReminders, toReminder } from './reminders.ts';

/**
 * Shows the reminders that are due for an account, from what is known of its meetings. Gives the notices that may stand,
 * and when the next one is due (epoch ms). Nothing else waits for the browser to show them, a sign-out neither: what it
 * leaves behind, the next call of `clearNoticesBut` takes away.
 */
export async function remind(
  book: AccountBook,
  accountId: string,
  now = Date.now(),
): Promise<{ notices: string[]; nextAt: number | null }> {
  const [meetings, before] = await Promise.all([meetingsOf(accountId).get(), remindersOf(accountId).get()]);
  if (!meetings) return { notices: (before ?? []).map(noticeOf), nextAt: null };
  const { due, passedOver, valid, nextAt } = planReminders(listMeetings(meetings), before ?? [], now);
  const shown: Reminder[] = [];
  for (const meeting of due) {
    const reminder = toReminder(meeting);
    try {
      await showNotice(noticeOf(reminder), meeting);
      shown.push(reminder);
    } catch (thrown) {
      // It comes with the next look, if that is not too late.
      logBug(toAppError(thrown));
    }
  }
  const after = [...valid, ...shown, ...passedOver.map(toReminder)];
  // After it was shown: a background that is stopped in between shows it again in its own place.
  if (JSON.stringify(after) !== JSON.stringify(before ?? [])) {
    await whileSignedIn(book, accountId, () => remindersOf(accountId).set(after));
  }
  return { notices: after.map(noticeOf), nextAt };
}
