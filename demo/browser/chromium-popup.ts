import type { Browser, Page, Target } from 'puppeteer-core';
import { waitUntil } from './wait-until.ts';

declare const chrome: { tabs: { getCurrent(): Promise<unknown> } };

/** The page of the popup that is open, or null. One that the extension has just asked for is waited for. */
export async function findChromiumPopup(browser: Browser, popupUrl: string): Promise<Page | null> {
  await waitUntil('the popup that is on its way', async () => !isPopupOnItsWay(browser) || null);
  for (const target of browser.targets()) {
    const page = await popupPage(target, popupUrl);
    if (page) return page;
  }
  return null;
}

/** Until its page loads, which takes a third of a second, a popup is a target of no kind and without an address. */
function isPopupOnItsWay(browser: Browser): boolean {
  return browser.targets().some((target) => target.type() === 'other' && target.url() === '');
}

/** The same page may be open in a tab; only there does the browser know a tab for it. */
async function popupPage(target: Target, popupUrl: string): Promise<Page | null> {
  if (target.type() !== 'page' || !target.url().startsWith(popupUrl)) return null;
  try {
    const page = await target.asPage();
    const isTab = await page.evaluate(async () => (await chrome.tabs.getCurrent()) !== undefined);
    return isTab ? null : page;
  } catch (error) {
    // The popup closed while it was looked at.
    if (!browserHas(target)) return null;
    throw error;
  }
}

function browserHas(target: Target): boolean {
  return target.browser().targets().includes(target);
}

/** Opens the popup as a click on the toolbar button would, and gives its page once it can be driven. */
export async function openChromiumPopup(
  browser: Browser,
  extensionId: string,
  popupUrl: string,
): Promise<Page> {
  const open = await findChromiumPopup(browser, popupUrl);
  if (open) return open;
  const extension = (await browser.extensions()).get(extensionId);
  if (!extension) throw new Error(`The extension ${extensionId} is no longer in the browser.`);
  // Any tab will do: the popup belongs to the window that the tab is in.
  const tab = (await browser.pages()).at(0) ?? (await browser.newPage());
  await extension.triggerAction(tab);
  return waitUntil('the popup to open', () => findChromiumPopup(browser, popupUrl));
}
