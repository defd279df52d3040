import browser from 'webextension-polyfill';
import { toAppError } from '../../src/errors.ts';
import { remindersOf } from '../../src/storage.ts';
import { logBug } from '../log.ts';
import type { Services } from '../services.ts';
import { ALARM } from './alarm.ts';
import { IDLE_SECONDS } from './idle.ts';
import { noticeOf } from './notices.ts';

type Parts = Pick<Services, 'book' | 'ready' | 'watches'>;

/**
 * Wakes the watches when it is time, when somebody comes back to the computer, and when the browser allows
 * notifications or no longer does; and leads a click on a reminder to its meeting. Must be called in the first turn.
 */
export function registerWatches(parts: Parts): void {
  const attend = (why?: { isBack: boolean }) => void parts.watches.attend(why).catch(report);
  const onClick = (notice: string) => void openMeeting(parts, notice).catch(report);
  const listenToNotices = () => {
    // There is no such part of the browser until it is allowed; the same listener is taken once.
    browser.notifications?.onClicked.addListener(onClick);
    browser.notifications?.onButtonClicked?.addListener(onClick);
  };

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) attend();
  });
  // Firefox for Android has none.
  browser.idle?.setDetectionInterval(IDLE_SECONDS);
  browser.idle?.onStateChanged.addListener((state) => {
    if (state === 'active') attend({ isBack: true });
  });
  listenToNotices();
  browser.permissions.onAdded.addListener(() => {
    listenToNotices();
    attend();
  });
  browser.permissions.onRemoved.addListener(() => attend());
  // An alarm may be lost with a restart or an update of the browser, and is set anew by every start.
  attend();
}

/** Also in a background that the click has started: everything it takes is in storage. */
async function openMeeting({ book, ready }: Parts, notice: string): Promise<void> {
  await ready;
  const { list } = await book.read();
  const all = await Promise.all(list.map(async ({ id }) => (await remindersOf(id).get()) ?? []));
  const reminder = all.flat().find((each) => noticeOf(each) === notice);
  if (!reminder) return;
  const { url } = reminder;
  // A browser that goes on without a window has no place for a tab.
  if (url !== null) await browser.tabs.create({ url }).catch(() => browser.windows.create({ url }));
  await browser.notifications.clear(notice);
}

function report(thrown: unknown): void {
  logBug(toAppError(thrown));
}
