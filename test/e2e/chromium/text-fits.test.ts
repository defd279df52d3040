import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import { testInLanguage as test } from '../launch-in-language.ts';
import { findLayoutFaults } from '../layout-faults.ts';
import { addAccount } from '../pages.ts';
import { choosePanel, EVERYTHING_BUT_ANSWERS, NARROW, PANELS, settled } from '../sized-page.ts';
import { lastYear, putWidestData } from '../widest-data.ts';
import { browserName, isByHand, personCalled } from '../world.ts';

interface Size {
  width: number;
  height: number;
}

/** What a page is opened with: the locale of its times and dates, and the size of its letters. */
interface Setting {
  locale: string;
  text: string;
}

const POPUP: Size = { width: 400, height: 560 };
const WIDE: Size = { width: 1120, height: 800 };
const TEXT_SIZES = ['100%', '200%'];

/** How often the layout of the popup and of the Permissions page is measured at one size of text. */
const MEASURED = PANELS.length + 5 + 2;

const CASES = [
  { language: 'en', locale: 'en-US', from: /^From 11:30\sPM$/, until: /^Until 12:30\sAM$/ },
  { language: 'de', locale: 'de-DE', from: /^Ab 23:30$/, until: /^Bis 00:30$/ },
  { language: 'pseudo', locale: 'en-US', from: /11:30/, until: /12:30/ },
] as const;

/** Opens a page of Lanyard with letters of that size: everything in `rem` follows the root. */
async function openPage(lanyard: LaunchedBrowser, path: string, { locale, text }: Setting, size: Size) {
  const page = await lanyard.browser.newPage();
  await page.setViewport(size);
  const protocol = await page.createCDPSession();
  await protocol.send('Emulation.setLocaleOverride', { locale });
  await page.goto(`${lanyard.extensionOrigin}/${path}`);
  await page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
  }, text);
  return page;
}

const click = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element instanceof HTMLElement && element.click());

/** Scrolls until the message of that time (epoch milliseconds) is in the list. */
const scrollToMessage = (page: Page, at: number) =>
  page.waitForFunction(
    (time) => {
      const view = document.querySelector('.view:has(> .message-rows)');
      view?.scrollTo(0, view.scrollHeight);
      return document.querySelector(`.message-row time[datetime="${time}"]`);
    },
    {},
    new Date(at).toISOString(),
  );

type Check = (page: Page, what: string) => Promise<void>;

/** Measures everything that the popup shows. Returns the times and counts of which some have to be wide. */
async function walkPopup(popup: Page, check: Check): Promise<string[]> {
  for (const panel of PANELS) {
    await choosePanel(popup, panel);
    await check(popup, panel);
  }
  await choosePanel(popup, 'calendar');
  const times = await popup.$$eval('.event-time', (all) => all.map(({ textContent }) => textContent));
  await popup.$$eval('.event-row details', (rows) => {
    for (const row of rows) row.setAttribute('open', '');
  });
  await popup.waitForSelector('.event-details .answers');
  await check(popup, 'open events');

  await choosePanel(popup, 'mail');
  const counts = await popup.$$eval('.unread-count', (all) => all.map(({ textContent }) => textContent));
  await scrollToMessage(popup, lastYear);
  await check(popup, 'the oldest messages');
  await click(popup, '.message-row .row-main');
  await popup.waitForSelector('.message-text');
  await check(popup, 'a message');
  await click(popup, '.menu-button');
  await popup.waitForSelector('.menu', { visible: true });
  await check(popup, 'the menu');
  await popup.keyboard.press('Escape');
  await popup.keyboard.type('?');
  await popup.waitForSelector('dialog[open]');
  await check(popup, 'the shortcuts');
  await popup.keyboard.press('Escape');
  // The next popup begins where this one was left.
  await click(popup, '.message-bar .back');
  await popup.waitForSelector('.message-row');
  return [...times, ...counts];
}

describe.runIf(browserName === 'chromium').each(CASES)(
  'In the language $language, with the widest times, dates and counts',
  ({ language, locale, from, until }) => {
    // `languages.test.ts` measures the other languages in `npm test`, with ordinary data.
    test.runIf(isByHand || language === 'en')(
      'no text is cut or lies over another, with letters of the usual size and twice as large',
      async ({ tenant, launchIn }) => {
        const { lanyard, words } = await launchIn(language);
        const mira = personCalled(tenant, 'mira');
        tenant.control.consentForOrganisation(EVERYTHING_BUT_ANSWERS);
        await addAccount(lanyard, mira);
        putWidestData(tenant, mira);
        const faults: Record<string, string[]> = {};
        for (const text of TEXT_SIZES) {
          const check: Check = async (page, what) => {
            faults[`${what} at ${text}`] = await page.evaluate(findLayoutFaults, words);
          };
          const popup = await openPage(lanyard, 'popup/index.html', { locale, text }, POPUP);
          const shown = await walkPopup(popup, check);
          for (const text of [from, until, /[1-9]\d\d/])
            expect(shown).toContainEqual(expect.stringMatching(text));
          await popup.close();

          const options = await openPage(lanyard, 'options/index.html', { locale, text }, NARROW);
          await options.waitForSelector('.permission');
          await options.waitForSelector('.timeline');
          await settled(options);
          await check(options, 'a narrow Permissions page');
          await options.setViewport(WIDE);
          await check(options, 'a wide Permissions page');
          await options.close();
        }
        expect(Object.keys(faults)).toHaveLength(TEXT_SIZES.length * MEASURED);
        expect(Object.entries(faults).filter(([, each]) => each.length > 0)).toEqual([]);
      },
    );
  },
);
