import type { Page } from 'puppeteer-core';
import { afterLookingAt, answering, DOWN, loading, NOTHING, offline } from '../faults.ts';
import { scenesOf } from '../scene.ts';
import type { Stage } from '../stage.ts';

const FILES = '.today-files .row';

/** Goes down to what is not in sight at first. */
async function goDownTo(page: Page, stage: Stage, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await stage.settled();
  await page.$eval(selector, (found) => found.scrollIntoView({ block: 'end' }));
}

/** The day at a glance. */
export const today = scenesOf('today', [
  { name: 'granted', visit: 'everything', shows: FILES },
  {
    name: 'granted-below',
    visit: 'everything',
    steps: (page, stage) => goDownTo(page, stage, '.today-files'),
    shows: FILES,
  },
  { name: 'first', visit: 'first', shows: '.today-offers' },
  {
    name: 'some',
    visit: 'lists',
    steps: (page, stage) => goDownTo(page, stage, '.today-offers'),
    shows: '.today-offers',
  },
  { name: 'personal', visit: 'personal', shows: '.today-offers' },
  {
    name: 'empty',
    visit: 'everything',
    given: answering({
      '/me/mailFolders/inbox': { status: 200, body: { unreadItemCount: 0 } },
      '/me/mailFolders/inbox/messages': NOTHING,
      '/me/calendarView': NOTHING,
      '/me/todo/lists/': NOTHING,
      '/me/drive/recent': NOTHING,
      '/me/drive/root/delta': {
        status: 200,
        body: {
          value: [],
          '@odata.deltaLink': 'https://graph.microsoft.com/v1.0/me/drive/root/delta?token=1',
        },
      },
    }),
    shows: '.today-nothing',
  },
  { name: 'failing', visit: 'everything', given: answering({ '/me': DOWN }), shows: '.obstacle' },
  {
    name: 'part-failing',
    visit: 'everything',
    given: answering({ '/me/todo': DOWN }),
    steps: (page, stage) => goDownTo(page, stage, '.today-trouble'),
    shows: '.today-trouble',
  },
  { name: 'offline', visit: 'everything', given: offline, shows: '.obstacle' },
  {
    name: 'offline-known',
    visit: 'everything',
    given: afterLookingAt('today', FILES, offline),
    shows: '.status-trouble',
  },
  { name: 'loading', visit: 'everything', given: loading, shows: '.today-skeleton', isWaiting: true },
  {
    name: 'known',
    visit: 'everything',
    given: afterLookingAt('today', FILES, loading),
    shows: '.frame > .progress',
    isWaiting: true,
  },
]);
