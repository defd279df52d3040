import browser from 'webextension-polyfill';

/** The one alarm. */
export const ALARM = 'lanyard.watch';

/** Browsers let no alarm go off sooner; and what is under way now is not begun again meanwhile. */
const SOONEST_MS = 30_000;

/** Has the browser wake the background at the first of these times (epoch ms); not at all where there is none. */
export async function setAlarm(times: readonly number[], now = Date.now()): Promise<void> {
  if (times.length === 0) await browser.alarms.clear(ALARM);
  else browser.alarms.create(ALARM, { when: Math.max(Math.min(...times), now + SOONEST_MS) });
}
