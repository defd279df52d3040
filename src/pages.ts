import browser from 'webextension-polyfill';

/**
 * Shows the Permissions page in a tab, or a part of it: `glance` is what Lanyard does without being opened. Firefox
 * leaves a popup open over it, so the popup closes itself.
 */
export async function openPermissions(part?: 'glance'): Promise<void> {
  // The browser's own way, which goes to the tab that is there already, knows the page only as a whole.
  if (part) await browser.tabs.create({ url: browser.runtime.getURL(`options/index.html#${part}`) });
  else await browser.runtime.openOptionsPage();
  closePopup();
}

/** Shows where the browser's shortcuts are changed: Firefox has a way of its own, Chromium an address. */
export async function openShortcutSettings(): Promise<void> {
  if (typeof browser.commands.openShortcutSettings === 'function') {
    await browser.commands.openShortcutSettings();
  } else {
    await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  }
  closePopup();
}

/** Closes this page where it is the popup, and leaves it where it is a tab or a panel. */
export function closePopup(): void {
  if (browser.extension.getViews({ type: 'popup' }).includes(window)) window.close();
}

/** The browser window that this page is in; null where the browser has none. */
export async function currentWindowId(): Promise<number | null> {
  return (await browser.windows?.getCurrent())?.id ?? null;
}
