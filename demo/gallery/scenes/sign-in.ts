import { offline } from '../faults.ts';
import type { Scene } from '../scene.ts';

/** Before anybody is signed in. */
export const signIn: readonly Scene[] = [
  { name: 'welcome-first', visit: 'nobody', shows: '.asks' },
  {
    name: 'welcome-signing-in',
    visit: 'nobody',
    async steps(page, { lanyard }) {
      await (await page.waitForSelector('.button-primary'))?.click();
      await lanyard.waitForAuthWindow();
    },
    shows: '.view-centred .progress',
    isWaiting: true,
  },
  {
    name: 'welcome-window-closed',
    visit: 'nobody',
    async steps(page, { lanyard }) {
      await (await page.waitForSelector('.button-primary'))?.click();
      await (await lanyard.waitForAuthWindow()).close();
    },
    shows: '.obstacle',
  },
  {
    name: 'welcome-offline',
    visit: 'nobody',
    given: offline,
    steps: async (page) => (await page.waitForSelector('.button-primary'))?.click(),
    shows: '.obstacle',
  },
];
