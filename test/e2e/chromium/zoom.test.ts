import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import messages from '../../../src/_locales/en/messages.json' with { type: 'json' };
import { findLayoutFaults } from '../layout-faults.ts';
import { addAccount } from '../pages.ts';
import { choosePanel, EVERYTHING_BUT_ANSWERS, openSized, PANELS } from '../sized-page.ts';
import { browserName, personCalled, test } from '../world.ts';

const words = Object.values(messages).map(({ message }) => message);

/** What a person could press in the page, and what of it cannot be brought into sight by scrolling up and down. */
function findUnreachable(): { count: number; lost: string[] } {
  const controls = [
    ...document.querySelectorAll<HTMLElement>('button, a[href], input, select, summary'),
  ].filter(
    (control) =>
      control.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      control.closest('.visually-hidden, .unseen') === null,
  );
  const lost = controls.filter((control) => {
    control.scrollIntoView({ block: 'center', inline: 'nearest' });
    const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
    const isInside = left > -1 && right < innerWidth + 1 && bottom > 0 && top < innerHeight;
    // What shows up beside the pointer may lie over one end of a row.
    const isHit = [0.1, 0.5, 0.9].some((part) => {
      const hit = document.elementFromPoint(left + part * width, top + Math.min(height / 2, 20));
      return hit !== null && (control.contains(hit) || hit.contains(control));
    });
    return !isInside || !isHit;
  });
  return { count: controls.length, lost: lost.map(({ outerHTML }) => outerHTML.slice(0, 120)) };
}

describe.runIf(browserName === 'chromium')('A page at twice the size', () => {
  test('loses nothing, and its controls are reached by vertical scrolling', async ({ tenant, lanyard }) => {
    const faults: Record<string, string[]> = {};
    const check = async (page: Page, what: string) => {
      const found = await page.evaluate(findLayoutFaults, words);
      const { count, lost } = await page.evaluate(findUnreachable);
      expect(count).toBeGreaterThan(0);
      faults[what] = [...found, ...lost.map((control) => `cannot be reached: ${control}`)];
    };
    tenant.control.consentForOrganisation(EVERYTHING_BUT_ANSWERS);
    // Zoom halves the pixels that a page has for its words.
    const popup = await openSized(lanyard, 'popup/index.html', { width: 200, height: 280 });
    await popup.waitForSelector('.asks');
    await check(popup, 'welcome');
    await addAccount(lanyard, personCalled(tenant, 'mira'));
    for (const panel of PANELS) {
      await choosePanel(popup, panel);
      await check(popup, panel);
    }
    await choosePanel(popup, 'calendar');
    await popup.$eval('.event-row:has(.event-where strong) summary', (row) => row.click());
    await popup.$eval('.answer-accepted', (button) => button instanceof HTMLElement && button.click());
    await popup.waitForSelector('.consent-card');
    await check(popup, 'a consent');
    await popup.close();

    const options = await openSized(lanyard, 'options/index.html', { width: 320, height: 480 });
    await options.waitForSelector('.permission');
    await check(options, 'the Permissions page');
    expect(Object.entries(faults).filter(([, each]) => each.length > 0)).toEqual([]);
  });
});
