import type { Page } from 'puppeteer-core';
import { answering, DOWN } from '../faults.ts';
import { scenesOf } from '../scene.ts';
import type { Stage } from '../stage.ts';

const BADGE = '.badge img.avatar';
const PRESENCE = '.own-presence';

const openMenu = async (page: Page) => {
  await page.waitForSelector('.menu-button .presence');
  await page.click('.menu-button');
};

const pauseProfile = (isPaused: boolean) => async (stage: Stage) =>
  stage.ask('setPaused', await stage.accountId(), 'User.Read', isPaused);

/** The badge, the presence, and what ends a session. */
export const you = scenesOf('you', [
  { name: 'badge', visit: 'everything', shows: `:has(${BADGE}) ${PRESENCE}` },
  { name: 'first', visit: 'first', shows: `:has(${BADGE}) .own-presence-offer` },
  { name: 'plain', visit: 'plain', shows: `.badge` },
  { name: 'personal', visit: 'personal', shows: '.badge' },
  {
    name: 'presence-card',
    visit: 'first',
    steps: async (page) => (await page.waitForSelector('.own-presence-offer .button'))?.click(),
    shows: '.presence-card .consent-card',
  },
  { name: 'menu', visit: 'everything', steps: openMenu, shows: '.menu:popover-open' },
  {
    name: 'menu-presence',
    visit: 'everything',
    async steps(page) {
      await openMenu(page);
      await (await page.waitForSelector('.presence-menu summary'))?.click();
    },
    shows: '.presence-menu[open]',
  },
  {
    name: 'paused',
    visit: 'everything',
    given: pauseProfile(true),
    shows: '.panel:not([hidden]) .quiet-card, .panel:not([hidden]) .card, .panel:not([hidden]) .pass',
    after: pauseProfile(false),
  },
  { name: 'failing', visit: 'everything', given: answering({ '/me': DOWN }), shows: '.obstacle' },
  {
    name: 'session-ended',
    visit: 'ending',
    async given(stage) {
      const { control } = stage.tenant;
      control.expireRefreshTokens(stage.person('mira'));
      control.endSession(stage.person('mira'));
      await stage.forget(/^(tokens|requests|standing):/);
    },
    shows: '.obstacle',
  },
]);
