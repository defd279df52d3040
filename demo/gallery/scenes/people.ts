import type { Page } from 'puppeteer-core';
import { answering, DOWN, offline } from '../faults.ts';
import { scenesOf } from '../scene.ts';

const FIELD = '.search-field input';

const search = (text: string) => async (page: Page) => (await page.waitForSelector(FIELD))?.type(text);

/** A search for people. */
export const people = scenesOf('people', [
  { name: 'hint', visit: 'everything', shows: '.empty-state' },
  { name: 'found', visit: 'everything', steps: search('ma'), shows: '.person-row' },
  { name: 'nothing-found', visit: 'everything', steps: search('xyzzy'), shows: '.empty-state' },
  {
    name: 'loading',
    visit: 'everything',
    async steps(page, stage) {
      await page.waitForSelector('.empty-state');
      stage.hold();
      await search('ma')(page);
    },
    shows: '.rows-skeleton',
    isWaiting: true,
  },
  { name: 'card', visit: 'first', shows: '.consent-card' },
  { name: 'presence-offer', visit: 'lists', steps: search('ma'), shows: '.people-presence .quiet-card' },
  {
    name: 'presence-card',
    visit: 'lists',
    steps: async (page) => (await page.waitForSelector('.people-presence .quiet-card .button'))?.click(),
    shows: '.people-presence .consent-card',
  },
  {
    name: 'failing',
    visit: 'everything',
    given: answering({ '/users': DOWN }),
    steps: search('ma'),
    shows: '.obstacle',
  },
  { name: 'offline', visit: 'everything', given: offline, steps: search('ma'), shows: '.obstacle' },
  { name: 'personal-card', visit: 'personal', shows: '.consent-card' },
]);
