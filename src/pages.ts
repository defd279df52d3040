import browser from 'webextension-polyfill';

/** Shows the Permissions page in a tab. Firefox leaves a popup open over it, so the popup closes itself. */
export async function openPermissions(): Promise<void> {
  await browser.runtime.openOptionsPage();
  if (browser.extension.getViews({ type: 'popup' }).includes(window)) window.close();
}
