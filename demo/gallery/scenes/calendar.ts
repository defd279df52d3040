import type { Page } from 'puppeteer-core';
import { afterLookingAt, answering, DOWN, loading, NOTHING, offline } from '../faults.ts';
import { scenesOf } from '../scene.ts';

const ROW = '.event-row';

/** Opens the first event of which that can be said. */
async function unfold(page: Page, which: string): Promise<void> {
  await page.waitForSelector(ROW);
  await page.waitForFunction(() => !document.querySelector('.progress'));
  await page.$eval(which, (row) => {
    row.querySelector<HTMLElement>('summary')?.click();
    row.scrollIntoView({ block: 'center' });
  });
}

/** The days to come, and other weeks. */
export const calendar = scenesOf('calendar', [
  { name: 'week', visit: 'everything', shows: ROW },
  { name: 'event', visit: 'everything', steps: (page) => unfold(page, ROW), shows: '.event-details' },
  {
    name: 'event-answer',
    visit: 'everything',
    steps: (page) => unfold(page, `${ROW}:has(.event-where strong)`),
    shows: '.event-answer',
  },
  {
    name: 'event-answer-card',
    visit: 'reading',
    async steps(page) {
      await unfold(page, `${ROW}:has(.event-where strong)`);
      await (await page.waitForSelector('.answer-accepted'))?.click();
    },
    shows: '.edit-barrier .consent-card',
  },
  {
    name: 'other-week',
    visit: 'everything',
    steps: async (page) => (await page.waitForSelector('.week-next'))?.click(),
    shows: `.week-today, ${ROW}`,
  },
  { name: 'card', visit: 'first', shows: '.consent-card' },
  {
    name: 'empty',
    visit: 'everything',
    given: answering({ '/me/calendarView': NOTHING }),
    shows: '.empty-state',
  },
  {
    name: 'failing',
    visit: 'everything',
    given: answering({ '/me/calendarView': DOWN }),
    shows: '.obstacle',
  },
  { name: 'offline', visit: 'everything', given: offline, shows: '.obstacle' },
  {
    name: 'offline-known',
    visit: 'everything',
    given: afterLookingAt('calendar', ROW, offline),
    shows: '.status-trouble',
  },
  { name: 'loading', visit: 'everything', given: loading, shows: '.event-skeleton', isWaiting: true },
]);
