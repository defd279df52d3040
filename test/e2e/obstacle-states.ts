import type { Page } from 'puppeteer-core';
import { waitUntil } from '../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../demo/browsers.ts';
import { REASONS, type Reason } from '../../src/errors.ts';
import { isAboutConsent } from '../../src/in-the-way.ts';
import { type Obstacle, presentObstacle } from '../../src/obstacles.ts';
import { askBackground, words } from './world.ts';

/** In the pages of the extension, where it runs. */
declare const chrome: { storage: { session: { set(items: object): Promise<void> } } };

/** The first reason of each kind: those that look alike and offer the same. */
export const ONE_OF_EACH = firstOf((reason) => {
  const { action, severity, prompt } = presentObstacle(reason);
  return `${action} ${severity} ${prompt}`;
});

/** The first reason of those that have the same colours. */
export const ONE_OF_EACH_COLOUR = firstOf((reason) => presentObstacle(reason).severity);

function firstOf(kindOf: (reason: Reason) => string): Reason[] {
  return [...new Map([...REASONS].reverse().map((reason) => [kindOf(reason), reason])).values()];
}

/**
 * Has a page that shows the mail, which is granted, or the tasks, which are not, tell of an obstacle as of how a click
 * ended: what a consent is wanting for is only told where it is.
 */
export async function showObstacle(
  lanyard: LaunchedBrowser,
  page: Page,
  accountId: string,
  reason: Reason,
): Promise<void> {
  const isConsent = isAboutConsent({ reason });
  const obstacle: Obstacle = {
    reason,
    purpose: isConsent ? 'tasks' : 'mail-list',
    of: 'again',
    detail: 'AADSTS50000',
    picked: 'sam@outlook.example',
    incident: { at: Date.now(), correlationId: '00000000-0000-4000-8000-000000000001' },
  };
  const lastObstacle = { accountId, obstacle };
  await lanyard.inExtension((item) => chrome.storage.session.set(item), { lastObstacle });
  // The session has another number, and every page looks at it again.
  await askBackground(lanyard, 'setKeep', 'on-disk');
  await page.click(`[role=tab][data-panel=${isConsent ? 'tasks' : 'mail'}]`);
  const title = words(presentObstacle(reason).title);
  const isShown = (wanted: string, of: string) =>
    document.querySelector(`.panel:not([hidden]) [data-reason="${of}"]`) !== null ||
    [...document.querySelectorAll('.panel:not([hidden]) h2')].some((head) => head.textContent === wanted);
  await waitUntil(`${reason} to be told`, async () => (await page.evaluate(isShown, title, reason)) || null);
}
