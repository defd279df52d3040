import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import messages from '../../../src/_locales/en/messages.json' with { type: 'json' };
import { HOSTILE, hostileAnswers } from '../hostile-answers.ts';
import { findLayoutFaults } from '../layout-faults.ts';
import { addAccount } from '../pages.ts';
import { choosePanel, EVERYTHING_BUT_ANSWERS, NARROW, openSized, PANELS } from '../sized-page.ts';
import { browserName, personCalled, test } from '../world.ts';

const words = Object.values(messages).map(({ message }) => message);

/** How high the rows of the list in sight are, each height once. */
const heightsOf = (page: Page, row: string) =>
  page.$$eval(`.panel:not([hidden]) ${row}`, (rows) => ({
    count: rows.length,
    heights: [...new Set(rows.map((each) => each.getBoundingClientRect().height))],
  }));

describe.runIf(browserName === 'chromium')('Hostile names and subjects', () => {
  test('stay text in every list and heading, and leave the rows in shape (P4)', async ({
    tenant,
    lanyard,
  }) => {
    tenant.control.consentForOrganisation(EVERYTHING_BUT_ANSWERS);
    await addAccount(lanyard, personCalled(tenant, 'mira'));
    tenant.control.faults.graph = hostileAnswers(new Date());
    const popup = await openSized(lanyard, 'popup/index.html', NARROW);
    const check = async (what: string) => {
      const faults = await popup.evaluate(findLayoutFaults, words);
      const marked = await popup.$$eval('img[src="x"], b, [onerror]', (found) => found.length);
      expect({ what, faults, marked }).toEqual({ what, faults: [], marked: 0 });
    };
    for (const panel of PANELS) {
      await choosePanel(popup, panel);
      await check(panel);
    }

    const rows = { mail: '.message-row', tasks: '.task-row', files: '.file-row' } as const;
    for (const panel of ['mail', 'tasks', 'files'] as const) {
      await choosePanel(popup, panel);
      const { count, heights } = await heightsOf(popup, rows[panel]);
      expect([panel, count]).toEqual([panel, HOSTILE.length + 1]);
      expect([panel, heights]).toEqual([panel, [heights[0]]]);
      const shown = await popup.$eval('.panel:not([hidden])', (view) => view.textContent);
      expect(shown).toContain('<img src=x onerror="document.title=1"><b>bold</b>');
      for (const unseen of ['\u0000', '\u202E', '\u2067']) expect(shown).not.toContain(unseen);
    }

    await choosePanel(popup, 'people');
    await popup.type('.people-search', 'photo');
    await popup.waitForSelector('.person-row');
    await check('people found');
    const { heights } = await heightsOf(popup, '.person-row');
    expect(heights).toHaveLength(1);

    await choosePanel(popup, 'calendar');
    await popup.$$eval('.event-row summary', (summaries) => {
      for (const summary of summaries) summary.click();
    });
    await check('events, opened');

    await choosePanel(popup, 'mail');
    await (await popup.waitForSelector('.message-row .row-main'))?.click();
    await popup.waitForSelector('.message-text');
    await check('a message');

    await (await popup.waitForSelector('.menu-button'))?.click();
    await check('the menu');
    expect(await popup.title()).toBe('Lanyard');
  });
});
