import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { testInLanguage as test } from '../launch-in-language.ts';
import { findLayoutFaults } from '../layout-faults.ts';
import { addAccount } from '../pages.ts';
import { choosePanel, EVERYTHING_BUT_ANSWERS, NARROW, openSized, PANELS, settled } from '../sized-page.ts';
import { personCalled } from '../world.ts';
import { expectedCalendar, expectedTasks } from './expected.ts';
import { readCalendar, readTasks } from './shown.ts';

/** The languages take turns: `npm run test:clock` gives each moment one of them. */
const LANGUAGES = { en: 'en', de: 'de', pseudo: 'ar-XB' } as const;
const language = (process.env.LANYARD_CLOCK_LANGUAGE ?? 'en') as keyof typeof LANGUAGES;
const locale = LANGUAGES[language];

/** What a clock says; browsers and Node differ in the kind of space before AM. */
const clockOf = (instant: number) =>
  plain(new Intl.DateTimeFormat(locale === 'en' ? 'en-US' : locale, { timeStyle: 'short' }).format(instant));
const plain = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

describe(`At ${new Date().toString()}, in the language ${language}`, () => {
  test('every panel shows the right day and time, and no word lies over another', async ({
    tenant,
    launchIn,
  }) => {
    const mira = personCalled(tenant, 'mira');
    const { lanyard, words } = await launchIn(language);
    tenant.control.consentForOrganisation(EVERYTHING_BUT_ANSWERS);
    const faults: string[] = [];
    const check = async (page: Page, name: string) => {
      const found = await page.evaluate(findLayoutFaults, words);
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    };
    const earlier = Date.now();
    const popup = await openSized(lanyard, 'popup/index.html', NARROW);
    await popup.waitForSelector('.asks');
    await addAccount(lanyard, mira);
    for (const panel of PANELS) {
      await choosePanel(popup, panel);
      await check(popup, panel);
    }

    await choosePanel(popup, 'today');
    const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
    expect(await popup.$eval('.greeting time', (time) => time.textContent)).toBe(day.format(Date.now()));

    await choosePanel(popup, 'calendar');
    const rows = await popup.evaluate(readCalendar);
    expect(rows.length).toBeGreaterThan(0);
    const names = ({ day, subject }: { day: string; subject: string }) => `${day} ${subject}`;
    const expected = [earlier, Date.now()].map((now) => expectedCalendar(mira, now));
    expect(expected.map((each) => each.map(names))).toContainEqual(rows.map(names));
    const ways = expected.map((each) =>
      each.map(({ times }, index) =>
        times.every((time) => plain(rows[index]?.text ?? '').includes(clockOf(time))),
      ),
    );
    expect(ways).toContainEqual(rows.map(() => true));
    await popup.$eval('.week-next', (button) => button instanceof HTMLElement && button.click());
    await settled(popup);
    await check(popup, 'next week');

    await choosePanel(popup, 'tasks');
    expect(await popup.evaluate(readTasks)).toEqual(expectedTasks(mira, Date.now()));

    await choosePanel(popup, 'mail');
    await (await popup.waitForSelector('.message-row .row-main'))?.click();
    await popup.waitForSelector('.message-text');
    await check(popup, 'a message');
    await popup.close();

    const options = await openSized(lanyard, 'options/index.html', NARROW);
    await options.waitForSelector('.timeline');
    await check(options, 'the Permissions page');
    expect(faults).toEqual([]);
  });
});
