import browser, { type Notifications } from 'webextension-polyfill';
import type { Meeting, Reminder } from '../../src/watch-memory.ts';
import { say, wordLocale } from '../../src/words.ts';
import { toLine } from '../graph/texts.ts';

const PREFIX = 'meeting ';

/** The same for the same meeting at the same time, so that one shown twice replaces itself. */
export function noticeOf({ eventId, start }: Reminder): string {
  return `${PREFIX}${start} ${eventId}`;
}

/** Shows a reminder, in the browser's time zone as it is now. */
export async function showNotice(notice: string, meeting: Meeting): Promise<void> {
  const plain: Notifications.CreateNotificationOptions = {
    type: 'basic',
    iconUrl: browser.runtime.getURL('icons/icon-128.png'),
    title: toLine(meeting.subject) || say('noSubject'),
    message: describe(meeting),
  };
  if (meeting.joinUrl === null) {
    await browser.notifications.create(notice, plain);
    return;
  }
  const join = say('reminderJoin');
  // Only Chromium knows buttons, and any other browser refuses the whole. The types are Firefox's.
  const withButton: object = { ...plain, buttons: [{ title: join }] };
  try {
    await browser.notifications.create(notice, withButton as Notifications.CreateNotificationOptions);
  } catch {
    const message = `${plain.message}\n${say('reminderClickToJoin')}`;
    await browser.notifications.create(notice, { ...plain, message });
  }
}

function describe({ start, end, location }: Meeting): string {
  // Made anew each time: a formatter keeps to the time zone that it was made in.
  const time = new Intl.DateTimeFormat(wordLocale(), { timeStyle: 'short' }).formatRange(start, end);
  return [time, toLine(location ?? '')].filter(Boolean).join('\n');
}

/** Takes away the reminders that are shown for none of these. */
export async function clearNoticesBut(wanted: ReadonlySet<string>): Promise<void> {
  // There is no such part of the browser until it is allowed, and where it is taken back it goes later, or stays and fails.
  if (!browser.notifications || !(await browser.permissions.contains({ permissions: ['notifications'] })))
    return;
  const shown = Object.keys(await browser.notifications.getAll());
  const strays = shown.filter((notice) => notice.startsWith(PREFIX) && !wanted.has(notice));
  await Promise.all(strays.map((notice) => browser.notifications.clear(notice)));
}
