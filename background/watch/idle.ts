import browser from 'webextension-polyfill';

/** Nobody is at the computer who has not touched it for so long. */
export const IDLE_SECONDS = 300;

/** Whether nobody is at the computer. */
export async function isIdleNow(): Promise<boolean> {
  // Firefox for Android does not say.
  return ((await browser.idle?.queryState(IDLE_SECONDS)) ?? 'active') !== 'active';
}
