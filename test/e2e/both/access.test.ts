import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { faultsOf } from '../axe.ts';
import { ONE_OF_EACH, ONE_OF_EACH_COLOUR, showObstacle } from '../obstacle-states.ts';
import { accountIdOf, addAccount, beginAt, openPopupTab } from '../pages.ts';
import { showTheme, THEMES } from '../theme.ts';
import { isThorough, personCalled, test } from '../world.ts';

/** Panels with their data and panels that ask: what is not granted here is tasks, files and people. */
const GRANTED = ['User.Read', 'Mail.ReadWrite', 'Calendars.ReadWrite', 'Presence.ReadWrite'];

const SHOWS = {
  today: '.today-mail .row',
  mail: '.message-row',
  calendar: '.event-row',
  tasks: '.consent-card',
  files: '.consent-card',
  people: '.consent-card',
  you: '.own-presence',
};

const showPanel = (panel: string, shows: string) => async (page: Page) => {
  await page.click(`[role=tab][data-panel=${panel}]`);
  await page.waitForSelector(`#panel-${panel} ${shows}`);
};

type State = [name: string, show: (page: Page) => Promise<unknown>];

const STATES: State[] = [
  ...Object.entries(SHOWS).map(([panel, shows]): State => [panel, showPanel(panel, shows)]),
  [
    'the account menu',
    async (page) => {
      await page.click('.menu-button');
      await page.waitForSelector('.menu .show-shortcuts', { visible: true });
    },
  ],
  [
    'the shortcuts',
    async (page) => {
      await page.click('.show-shortcuts');
      await page.waitForSelector('.shortcuts[open]');
    },
  ],
];

describe('The pages', () => {
  // The sweep shows more of this in Firefox.
  test.runIf(isThorough)(
    'pass axe in each panel, with each kind of obstacle, and in the settings (P5)',
    async ({ tenant, lanyard, onTestFinished }) => {
      const mira = personCalled(tenant, 'mira');
      tenant.control.consentForOrganisation(GRANTED);
      await addAccount(lanyard, mira);
      await beginAt(lanyard, 'today');
      const page = await openPopupTab(lanyard);
      onTestFinished(() => page.close());
      const found: [string, string[]][] = [];
      for (const theme of THEMES) {
        await showTheme(lanyard, page, theme);
        for (const [state, show] of STATES) {
          await show(page);
          found.push([state, await faultsOf(page, theme)]);
        }
        await page.keyboard.press('Escape');
        for (const reason of theme === 'light' ? ONE_OF_EACH : ONE_OF_EACH_COLOUR) {
          await showObstacle(lanyard, page, accountIdOf(mira), reason);
          found.push([reason, await faultsOf(page, theme)]);
        }
      }
      expect(found.filter(([, faults]) => faults.length > 0)).toEqual([]);

      const settings = await lanyard.openExtensionPage('options/index.html');
      onTestFinished(() => settings.close());
      await settings.waitForSelector('.timeline');
      for (const theme of THEMES) {
        await showTheme(lanyard, settings, theme);
        expect(await faultsOf(settings, theme)).toEqual([]);
      }
    },
  );
});
