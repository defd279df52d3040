import type { KeyInput, Page } from 'puppeteer-core';
import { waitUntil } from '../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../demo/browsers.ts';

/** What has the keyboard's focus, by its words; `page` where nothing has. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return 'page';
    return element.getAttribute('aria-label') ?? element.closest('label')?.innerText ?? element.innerText;
  });
}

/** Presses a key until that has the focus; fails when it comes round without it. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  while (!(await focused(page)).includes(name)) {
    if (passed.length > 40)
      throw new Error(`The Tab key does not reach ${name}, only: ${passed.join(' | ')}`);
    await page.keyboard.press('Tab');
    passed.push(await focused(page));
  }
}

/** Waits until the focus has come to something. */
export async function focusComesTo(page: Page, selector: string): Promise<void> {
  const arrive = () => page.evaluate((wanted) => document.activeElement?.matches(wanted) || null, selector);
  await waitUntil(`the focus on ${selector}`, arrive).catch(async (cause) => {
    throw new Error(`${cause.message} It is on: ${await focused(page)}`, { cause });
  });
}

/** Waits until the focus has come to something in the popup, which may close and open again meanwhile. */
export function focusInPopup(lanyard: LaunchedBrowser, selector: string): Promise<true> {
  // Not `:focus`, which nothing is in a window that is not in front.
  const isThere = (wanted: string) => document.activeElement?.matches(wanted) || null;
  return waitUntil(`the focus on ${selector} in the popup`, async () => {
    const popup = await lanyard.findPopup();
    return popup ? popup.evaluate(isThere, selector).catch(() => null) : null;
  });
}

/** Gives something the focus and presses a key on it. */
export async function pressOn(page: Page, selector: string, key: KeyInput = 'Enter'): Promise<void> {
  const element = await page.waitForSelector(selector, { visible: true });
  await element?.focus();
  await page.keyboard.press(key);
}

/** What has been said to those who do not see it. */
export async function isSaid(page: Page, text: string): Promise<void> {
  const said = () => page.$eval('#said', (place, wanted) => place.textContent === wanted || null, text);
  await waitUntil(`"${text}" to be said`, said);
}
