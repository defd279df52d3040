import type { Page } from 'puppeteer-core';
import { afterLookingAt, answering, DOWN, FORBIDDEN, loading, NOTHING, offline } from '../faults.ts';
import { scenesOf } from '../scene.ts';

const ROW = '.message-row';

const openFirst = async (page: Page) => (await page.waitForSelector(`${ROW} .row-main`))?.click();

/** Goes down the list until that many messages have been read. */
async function scrollPast(page: Page, rows: number): Promise<void> {
  await page.waitForSelector(ROW);
  await page.waitForFunction(
    (wanted) => {
      const list = document.querySelector('.message-rows');
      const scroller = list?.closest('.view');
      if (!scroller) return false;
      scroller.scrollTop = scroller.scrollHeight;
      const places = [...document.querySelectorAll('.message-place')];
      return places.some((place) => Number(place.getAttribute('aria-posinset')) > wanted);
    },
    {},
    rows,
  );
}

/** The inbox, and messages. */
export const mail = scenesOf('mail', [
  { name: 'list', visit: 'everything', shows: ROW },
  {
    name: 'row-focused',
    visit: 'everything',
    steps: async (page) => (await page.waitForSelector(`${ROW} .row-main`))?.focus(),
    shows: ROW,
  },
  { name: 'card', visit: 'first', shows: '.consent-card' },
  {
    name: 'empty',
    visit: 'everything',
    given: answering({
      '/me/mailFolders/inbox': { status: 200, body: { unreadItemCount: 0 } },
      '/me/mailFolders/inbox/messages': NOTHING,
    }),
    shows: '.empty-state',
  },
  { name: 'failing', visit: 'everything', given: answering({ '/me/mailFolders': DOWN }), shows: '.obstacle' },
  {
    name: 'forbidden',
    visit: 'everything',
    given: answering({ '/me/mailFolders': FORBIDDEN }),
    shows: '.obstacle',
  },
  { name: 'offline', visit: 'everything', given: offline, shows: '.obstacle' },
  {
    name: 'offline-known',
    visit: 'everything',
    given: afterLookingAt('mail', ROW, offline),
    shows: '.status-trouble',
  },
  { name: 'loading', visit: 'everything', given: loading, shows: '.inbox-skeleton', isWaiting: true },
  {
    name: 'known',
    visit: 'everything',
    given: afterLookingAt('mail', ROW, loading),
    shows: '.frame > .progress',
    isWaiting: true,
  },
  { name: 'message', visit: 'everything', steps: openFirst, shows: '.message-text' },
  { name: 'message-card', visit: 'lists', steps: openFirst, shows: '.consent-card' },
  {
    name: 'message-loading',
    visit: 'everything',
    async steps(page, stage) {
      await page.waitForSelector(ROW);
      await stage.settled();
      stage.hold();
      await openFirst(page);
    },
    shows: '.message-skeleton',
    isWaiting: true,
  },
  {
    name: 'message-change-card',
    visit: 'reading',
    async steps(page) {
      await openFirst(page);
      await (await page.waitForSelector('.mark-message[aria-disabled=false]'))?.click();
    },
    shows: '.edit-barrier .consent-card',
  },
  { name: 'scrolled', visit: 'crowded', steps: (page) => scrollPast(page, 400), shows: ROW },
]);
