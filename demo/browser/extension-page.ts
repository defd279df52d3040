import type { Page } from 'puppeteer-core';
import type { StorageDump } from './launched-browser.ts';

interface ExtensionArea {
  get(keys: null): Promise<Record<string, unknown>>;
}

/** What is used here of the API that pages of an extension have, in either browser. */
declare const chrome: {
  storage: { session: ExtensionArea; local: ExtensionArea };
  extension: { getViews(filter: { type: 'popup' }): Window[] };
};

/**
 * The page in which questions to the extension are asked: part of every extension, privileged like every page
 * of it, and without a script, so that nothing happens in it but the question.
 */
export const inertPath = 'manifest.json';

/** A page's address, even where puppeteer does not know it; null while the page cannot answer. */
export async function addressOf(page: Page): Promise<string | null> {
  if (isLost(page)) return null;
  try {
    const address = await page.evaluate(() => (document.readyState === 'complete' ? location.href : null));
    misses.delete(page);
    return address;
  } catch (error) {
    if (!isBetweenPages(error)) throw error;
    if (/no such frame/i.test(error.message)) misses.set(page, (misses.get(page) ?? 0) + 1);
    return null;
  }
}

/**
 * How many times running Firefox has said of a page that there is none. It does not say so by itself when a tab with an
 * extension's page closes (Firefox 153): puppeteer goes on listing it, and to ask them all takes longer and longer.
 */
const misses = new WeakMap<Page, number>();

/** A tab on its way to another process may be missing for a moment; one that is missed that often has closed. */
const isLost = (page: Page): boolean => (misses.get(page) ?? 0) >= 10;

/**
 * A page that navigates or closes while it is asked answers with an error of the protocol: ask again. The last one is
 * Firefox's own: the process that the tab is leaving cuts the script short, which the remote agent does not expect
 * (`#buildReturnValue` in remote/webdriver-bidi, Firefox 153).
 */
function isBetweenPages(error: unknown): error is Error {
  return (
    error instanceof Error &&
    /context|detached|closed|navigat|no such frame|AbortError|not attached|of 'in' should be an object, got null/i.test(
      error.message,
    )
  );
}

/** Reads both areas at once. */
export const readAreas = async (): Promise<StorageDump> => ({
  session: await chrome.storage.session.get(null),
  local: await chrome.storage.local.get(null),
});

/** Whether a real popup is open. */
export const hasPopupView = (): boolean => chrome.extension.getViews({ type: 'popup' }).length > 0;

/** Clicks in the real popup, reaching into it from another page of the extension. */
export const clickInPopupView = (selector: string): boolean => {
  const element = chrome.extension.getViews({ type: 'popup' })[0]?.document.querySelector(selector);
  if (!element || !('click' in element) || typeof element.click !== 'function') return false;
  element.click();
  return true;
};
