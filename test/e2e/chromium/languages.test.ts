import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, inject } from 'vitest';
import { copyInLanguage, type Language } from '../../../demo/locales/copy-in-language.ts';
import { readMessages } from '../../../demo/locales/messages.ts';
import { findLayoutFaults } from '../layout-faults.ts';
import { addAccount } from '../pages.ts';
import { choosePanel, EVERYTHING_BUT_ANSWERS, NARROW, openSized, PANELS } from '../sized-page.ts';
import { browserName, launchLanyard, personCalled, testWithTenant } from '../world.ts';

const LANGUAGES = [
  { language: 'de', lang: 'de', direction: 'ltr' },
  { language: 'pseudo', lang: 'ar-XB', direction: 'rtl' },
] as const;

/** A browser whose Lanyard speaks that language. */
const test = testWithTenant.extend('launchIn', async ({ tenant }, { onCleanup }) => {
  return async (language: Language) => {
    const folder = await mkdtemp(join(tmpdir(), 'lanyard-language-'));
    await copyInLanguage(join(inject('builds').configured, 'chromium'), language, folder);
    tenant.control.reset();
    const lanyard = await launchLanyard(tenant.port, { extensionDir: folder });
    onCleanup(async () => {
      await lanyard.close();
      await rm(folder, { recursive: true });
    });
    return { lanyard, messages: await readMessages(folder, 'en') };
  };
});

const click = async (page: Page, selector: string) =>
  (await page.waitForSelector(selector, { visible: true }))?.click();

describe.runIf(browserName === 'chromium').each(LANGUAGES)(
  'The text in the language $language',
  ({ language, lang, direction }) => {
    test('fits into 360 pixels on every panel and page, and no word is cut', async ({ tenant, launchIn }) => {
      const { lanyard, messages } = await launchIn(language);
      const words = Object.values(messages).map(({ message }) => message);
      const faults: Record<string, string[]> = {};
      const check = async (page: Page, what: string) => {
        faults[what] = await page.evaluate(findLayoutFaults, words);
      };
      tenant.control.consentForOrganisation(EVERYTHING_BUT_ANSWERS);
      const popup = await openSized(lanyard, 'popup/index.html', NARROW);
      await popup.waitForSelector('.asks');
      await check(popup, 'welcome');

      const root = await popup.evaluate(() => {
        const { lang, dir } = document.documentElement;
        return { lang, dir, painted: getComputedStyle(document.documentElement).direction };
      });
      expect(root).toEqual({ lang, dir: direction, painted: direction });

      await addAccount(lanyard, personCalled(tenant, 'mira'));
      for (const panel of PANELS) {
        await choosePanel(popup, panel);
        await check(popup, panel);
      }
      await choosePanel(popup, 'today');
      const day = new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long' });
      expect(await popup.$eval('.greeting time', (time) => time.textContent)).toBe(day.format(new Date()));

      await choosePanel(popup, 'mail');
      await click(popup, '.message-row .row-main');
      await popup.waitForSelector('.message-text');
      await check(popup, 'a message');

      await choosePanel(popup, 'calendar');
      await popup.$eval('.event-row:has(.event-where strong) summary', (row) => row.click());
      await click(popup, '.answer-accepted');
      await popup.waitForSelector('.consent-card');
      await check(popup, 'a consent');

      await click(popup, '.menu-button');
      await check(popup, 'the menu');
      await popup.keyboard.press('Escape');
      await popup.keyboard.type('?');
      await popup.waitForSelector('dialog[open]');
      await check(popup, 'the shortcuts');
      await popup.keyboard.press('Escape');

      tenant.control.cutNetwork(true);
      await choosePanel(popup, 'files');
      await click(popup, '.panel:not([hidden]) .status-refresh');
      await popup.waitForSelector('.panel:not([hidden]) .status-trouble');
      await check(popup, 'without a network');
      tenant.control.cutNetwork(false);

      const options = await openSized(lanyard, 'options/index.html', NARROW);
      await options.waitForSelector('.permission');
      await options.waitForSelector('.timeline');
      await check(options, 'the Permissions page');

      const found = Object.entries(faults).filter(([, each]) => each.length > 0);
      expect(Object.keys(faults)).toHaveLength(PANELS.length + 7);
      expect(found).toEqual([]);
    });
  },
);
