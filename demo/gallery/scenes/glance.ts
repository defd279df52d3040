import type { Page } from 'puppeteer-core';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

/** What is used here of the API that pages of an extension have. */
declare const chrome: { permissions: { remove(permissions: object): Promise<boolean> } };

const path = 'options/index.html#glance';

const switchOn = async (page: Page, watch: 'unread' | 'meetings') =>
  (await page.waitForSelector(`#glance-${watch}:not(:checked)`))?.click();

/** What *Remove* in the browser's own settings does. */
const takeBackNotifications = ({ lanyard }: Stage) =>
  lanyard.inExtension((permissions) => chrome.permissions.remove(permissions), {
    permissions: ['notifications'],
  });

async function turnAllOff(stage: Stage): Promise<void> {
  const accountId = await stage.accountId();
  await stage.ask('setWatch', accountId, 'unread', false);
  await stage.ask('setWatch', accountId, 'meetings', false);
}

/** What Lanyard does without being opened: off, before Microsoft asks, on, and held up. */
export const glance: readonly Scene[] = [
  {
    name: 'glance-terms',
    visit: 'first',
    path,
    isPart: true,
    steps: (page) => switchOn(page, 'unread'),
    shows: '.glance .consent-card',
    after: turnAllOff,
  },
  {
    name: 'glance-on',
    visit: 'everything',
    path,
    isPart: true,
    async steps(page) {
      await switchOn(page, 'unread');
      await switchOn(page, 'meetings');
    },
    shows: '.glance-card[data-watch=meetings][data-state=on]',
    after: turnAllOff,
  },
  {
    name: 'glance-held',
    visit: 'everything',
    path,
    isPart: true,
    async steps(page, stage) {
      await switchOn(page, 'meetings');
      await page.waitForSelector('.glance-card[data-watch=meetings][data-state=on]');
      await takeBackNotifications(stage);
    },
    shows: '.glance-card[data-state=held] .obstacle',
    after: turnAllOff,
  },
];
