import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import { focusComesTo, pressOn } from '../keyboard.ts';
import { addAccount, beginAt, openPopupTab } from '../pages.ts';
import { walkByTab } from '../tab-walk.ts';
import { WALK_FILE, type WrittenWalk, writeWalk } from '../walk-record.ts';
import { browserName, isThorough, personCalled, test, words } from '../world.ts';

/** What is not granted is asked for: files by the person's own yes, people by an administrator's. */
const GRANTED = [
  'User.Read',
  'Mail.ReadWrite',
  'Calendars.ReadWrite',
  'Tasks.ReadWrite',
  'Presence.ReadWrite',
];

/** The panels in the order of their tabs, and what is there once they have been read. */
const PANELS = [
  ['today', '.today-mail .row'],
  ['mail', '.message-row'],
  ['calendar', '.event-row'],
  ['tasks', '.task-row'],
  ['files', '.consent-card'],
  ['people', '.consent-card'],
  ['you', '.own-presence'],
] as const;

/** Goes through everything that is in sight, and fails where the Tab key does not come to it or does not leave it. */
async function walk(
  lanyard: LaunchedBrowser,
  page: Page,
  title: string,
  root?: string,
): Promise<WrittenWalk> {
  const { stops, missed, hasEnd } = await walkByTab(lanyard, page, root);
  const names = stops.map(({ name }) => name);
  expect({ title, missed, hasEnd }, names.join(' | ')).toEqual({ title, missed: [], hasEnd: true });
  return { title, stops };
}

/** Whether nothing is being read any more; what ends a long list tells only that there is more. */
const isSettled = () => !document.querySelector('.progress, .panel .skeleton:not(.list-end .skeleton)');

async function walkPopup(lanyard: LaunchedBrowser, page: Page): Promise<WrittenWalk[]> {
  const walks: WrittenWalk[] = [];
  await (await page.waitForSelector('[role=tab][data-panel=today]'))?.focus();
  for (const [panel, shows] of PANELS) {
    await focusComesTo(page, `[role=tab][data-panel=${panel}][aria-selected=true]`);
    await page.waitForSelector(`#panel-${panel} ${shows}`);
    await page.waitForFunction(isSettled);
    walks.push(await walk(lanyard, page, `Panel ${panel}`, `#panel-${panel}`));
    await page.focus(`[role=tab][data-panel=${panel}]`);
    await page.keyboard.press('ArrowRight');
  }
  // Round, to the first again; and by Home and End.
  await focusComesTo(page, '[role=tab][data-panel=today]');
  await page.keyboard.press('End');
  await focusComesTo(page, '[role=tab][data-panel=you]');
  return walks;
}

async function walkMail(lanyard: LaunchedBrowser, page: Page): Promise<WrittenWalk> {
  await pressOn(page, '[role=tab][data-panel=mail]');
  await pressOn(page, '[aria-posinset="1"] .row-main', 'ArrowDown');
  await focusComesTo(page, '[aria-posinset="2"] .row-main');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.message-text');
  await focusComesTo(page, '.back');
  const message = await walk(lanyard, page, 'A message', '#panel-mail');
  await page.keyboard.press('Escape');
  await focusComesTo(page, '[aria-posinset="2"] .row-main');
  return message;
}

async function walkCalendar(lanyard: LaunchedBrowser, page: Page): Promise<WrittenWalk> {
  await pressOn(page, '[role=tab][data-panel=calendar]');
  const today = '.week-day[aria-pressed=true]';
  await (await page.waitForSelector(today))?.focus();
  const day = await page.$eval(today, (button) => button.getAttribute('data-day'));
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await focusComesTo(page, `${today}:first-child`);
  await page.keyboard.press('End');
  await focusComesTo(page, `${today}:last-child`);
  await pressOn(page, '.week-today');
  await page.waitForSelector(`${today}[data-day="${day}"]`);
  const invitation = await page.evaluateHandle((awaits) => {
    const rows = [...document.querySelectorAll<HTMLElement>('.event-row')];
    // The last of them has not been yet.
    return rows.findLast(({ innerText }) => innerText.includes(awaits))?.querySelector('summary') ?? null;
  }, words('eventAwaits'));
  await invitation.asElement()?.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.event-answer');
  const event = await walk(lanyard, page, 'An event', '#panel-calendar');
  await page.focus('.event-details a');
  await page.keyboard.press('Escape');
  await focusComesTo(page, '.event-row:has(details:not([open])) summary');
  return event;
}

async function walkMenu(lanyard: LaunchedBrowser, page: Page): Promise<WrittenWalk[]> {
  await pressOn(page, '.menu-button');
  await pressOn(page, '.presence-menu summary');
  const menu = await walk(lanyard, page, 'The account menu', '.menu');
  await page.keyboard.press('Escape');
  await focusComesTo(page, '.menu-button');
  await page.keyboard.press('?');
  await page.waitForSelector('.shortcuts[open]');
  const shortcuts = await walk(lanyard, page, 'The shortcuts', '.shortcuts');
  await page.keyboard.press('Escape');
  await focusComesTo(page, '.menu-button');
  await page.keyboard.press('/');
  await page.waitForSelector('[role=tab][data-panel=people][aria-selected=true]');
  return [menu, shortcuts];
}

async function walkSettings(lanyard: LaunchedBrowser): Promise<WrittenWalk> {
  const page = await lanyard.openExtensionPage('options/index.html');
  await page.waitForSelector('.timeline');
  const settings = await walk(lanyard, page, 'The settings');
  await page.close();
  return settings;
}

/**
 * Opens the popup from another page of the extension, and presses a key in it in the very moment in which its script has
 * begun, long before anything is drawn. A key from outside would come at some moment after it.
 */
async function pressAtOnce(lanyard: LaunchedBrowser, pressed: string) {
  const opener = await lanyard.openExtensionPage('manifest.json');
  const popup = await opener.evaluateHandle(
    (path, key) =>
      new Promise<Window>((resolve, reject) => {
        const popup = window.open(path);
        if (!popup) return reject(new Error('The popup does not open.'));
        const { port1, port2 } = new MessageChannel();
        // A timer would be slowed down, for this page is behind the popup now.
        port1.onmessage = () => {
          const { document } = popup;
          if (!document.URL.endsWith(path) || !document.body) return port2.postMessage('again');
          const press = () => {
            // The first thing that the script writes.
            if (!document.documentElement.dir) return;
            observer.disconnect();
            const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
            document.body.dispatchEvent(event);
            resolve(popup);
          };
          const observer = new MutationObserver(press);
          observer.observe(document.documentElement, { attributes: true });
          press();
        };
        port2.postMessage('first');
      }),
    '/popup/index.html',
    pressed,
  );
  return {
    shows: (selector: string) =>
      waitUntil(`${selector} in the popup`, () =>
        popup.evaluate((page, wanted) => page.document.querySelector(wanted) !== null || null, selector),
      ),
    async close() {
      await popup.evaluate((page) => page.close());
      await opener.close();
    },
  };
}

describe('The keyboard', () => {
  test('is heard from the first moment of the popup on, before anything is drawn', async ({
    tenant,
    lanyard,
  }) => {
    const help = await pressAtOnce(lanyard, '?');
    await help.shows('.shortcuts[open]');
    await help.close();
    await addAccount(lanyard, personCalled(tenant, 'mira'));
    await beginAt(lanyard, 'today');
    const search = await pressAtOnce(lanyard, '/');
    await search.shows('[role=tab][data-panel=people][aria-selected=true]');
    await search.close();
  });

  test.runIf(isThorough)(
    'reaches every control and leaves it again, in the order of docs/keyboard-walk.md (P5)',
    async ({ tenant, lanyard, onTestFinished }) => {
      tenant.control.consentForOrganisation(GRANTED);
      await addAccount(lanyard, personCalled(tenant, 'mira'));
      await beginAt(lanyard, 'today');
      const page = await openPopupTab(lanyard);
      onTestFinished(() => page.close());
      const walks = [
        ...(await walkPopup(lanyard, page)),
        await walkMail(lanyard, page),
        await walkCalendar(lanyard, page),
        ...(await walkMenu(lanyard, page)),
        await walkSettings(lanyard),
      ];
      const written = writeWalk(walks);
      if (process.env.LANYARD_WRITE_WALK) await writeFile(WALK_FILE, written);
      expect(written).toBe(await readFile(WALK_FILE, 'utf8'));
    },
  );

  test('opens the list of shortcuts from anywhere, and from there the browser’s own page (P5)', async ({
    lanyard,
    onTestFinished,
  }) => {
    const page = await openPopupTab(lanyard);
    onTestFinished(() => page.close());
    await page.waitForSelector('.asks');
    await page.keyboard.press('?');
    const dialog = await page.waitForSelector('.shortcuts[open]');
    const shown = await dialog?.evaluate((element) =>
      element instanceof HTMLElement ? element.innerText : '',
    );
    expect(shown).toMatch(new RegExp(`${words('commandOpen')}\\s+Alt\\+Shift\\+L`));
    expect(shown).toContain(words('commandOpenSide'));
    const addresses = async () => (await lanyard.browser.pages(true)).map((each) => each.url());
    const before = (await addresses()).length;
    await pressOn(page, '.change-shortcuts');
    await waitUntil('another tab', async () => (await addresses()).length > before || null);
    if (browserName === 'chromium') await expect.poll(addresses).toContain('chrome://extensions/shortcuts');
    await (await lanyard.browser.pages(true)).at(-1)?.close();
  });
});
