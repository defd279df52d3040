import type { Page } from 'puppeteer-core';
import { press } from '../../walk.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const CONTINUE = '.consent-continue';

/** Goes to Microsoft's page, which says that an administrator decides, and comes back. */
async function comeBack(page: Page, { lanyard }: Stage): Promise<void> {
  await (await page.waitForSelector(CONTINUE))?.click();
  await press(await lanyard.waitForAuthWindow(), 'cancel');
}

const onlyAdministrators = ({ tenant }: Stage) => tenant.control.setConsentPolicy('default');

/** What only an organisation may allow. */
export const approval: readonly Scene[] = [
  {
    name: 'approval-card',
    visit: 'first',
    panel: 'mail',
    given: onlyAdministrators,
    steps: comeBack,
    shows: '.approval-card',
  },
  {
    name: 'approval-letter',
    visit: 'first',
    panel: 'tasks',
    given: onlyAdministrators,
    async steps(page, stage) {
      await comeBack(page, stage);
      await (await page.waitForSelector('.ask-administrator'))?.click();
    },
    shows: '.approval-letter',
  },
];
