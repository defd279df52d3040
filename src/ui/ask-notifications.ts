import browser from 'webextension-polyfill';

/**
 * Asks the browser to let Lanyard show notifications, and tells whether it does. To be called in the event of a click
 * before anything is waited for: a browser asks its person at no other time.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/permissions/request
 */
export async function askForNotifications(): Promise<boolean> {
  // A browser that may not even ask (a policy has decided) rejects: that is a no as well.
  return browser.permissions.request({ permissions: ['notifications'] }).catch(() => false);
}
