import type { Page } from 'puppeteer-core';
import { afterLookingAt, answering, DOWN, loading, offline } from '../faults.ts';
import { scenesOf } from '../scene.ts';

const ROW = '.file-row';

const search = (text: string) => async (page: Page) => {
  await page.waitForSelector(ROW);
  await (await page.waitForSelector('.file-search'))?.type(text);
};

/** The files that were used last. */
export const files = scenesOf('files', [
  { name: 'list', visit: 'everything', shows: ROW },
  { name: 'search', visit: 'everything', steps: search('fern'), shows: `.file-results ${ROW}` },
  {
    name: 'nothing-found',
    visit: 'everything',
    steps: search('giraffe'),
    shows: '.file-results .empty-state',
  },
  { name: 'card', visit: 'first', shows: '.consent-card' },
  { name: 'none', visit: 'plain', shows: '.empty-state' },
  { name: 'failing', visit: 'everything', given: answering({ '/me/drive': DOWN }), shows: '.obstacle' },
  {
    name: 'search-failing',
    visit: 'everything',
    given: answering({ '/me/drive/root/search': DOWN }),
    steps: search('fern'),
    shows: '.obstacle',
  },
  { name: 'offline', visit: 'everything', given: offline, shows: '.obstacle' },
  {
    name: 'offline-known',
    visit: 'everything',
    given: afterLookingAt('files', ROW, offline),
    shows: '.status-trouble',
  },
  { name: 'loading', visit: 'everything', given: loading, shows: '.rows-skeleton', isWaiting: true },
]);
