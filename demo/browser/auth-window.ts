import type { Browser, Page } from 'puppeteer-core';
import { addressOf } from './extension-page.ts';
import { tenantHosts } from './launched-browser.ts';
import { waitUntil } from './wait-until.ts';

/** The window of a sign-in, once its page has loaded; in both browsers puppeteer takes it for a page. */
export function waitForAuthWindow(browser: Browser): Promise<Page> {
  return waitUntil('the sign-in window', async () => {
    for (const page of await browser.pages(true)) {
      if ((await addressOf(page))?.startsWith(`https://${tenantHosts[0]}/`)) return page;
    }
    return null;
  });
}
