import { describe, expect } from 'vitest';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import type { Person, Tenant } from '../../../demo/tenant/index.ts';
import type { WatchName } from '../../../src/watches.ts';
import { giveDesktop } from '../firefox-desktop.ts';
import { accountIdOf, addAccount, authWindows } from '../pages.ts';
import { askBackground, browserName, personCalled, test } from '../world.ts';

interface Notice {
  title?: string;
  message?: string;
}

/** What is used here of the API that pages of the extension have. */
declare const chrome: {
  action: {
    getBadgeText(details: object): Promise<string>;
    getBadgeBackgroundColor(details: object): Promise<number[]>;
    getTitle(details: object): Promise<string>;
  };
  alarms: {
    create(name: string, info: { when: number }): unknown;
    getAll(): Promise<{ name: string; scheduledTime: number }[]>;
  };
  notifications?: { getAll(): Promise<Record<string, Notice>> };
  permissions: {
    request(wanted: { permissions: string[] }): Promise<boolean>;
    remove(unwanted: { permissions: string[] }): Promise<boolean>;
    contains(wanted: { permissions: string[] }): Promise<boolean>;
  };
  storage: {
    session: {
      get(key: string): Promise<Record<string, { nextAt: number }>>;
      set(items: object): Promise<void>;
    };
  };
};

const ALARM = 'lanyard.watch';
const MINUTE = 60_000;
const MEETING_HOST = 'teams.microsoft.com';

const readIcon = (lanyard: LaunchedBrowser) =>
  lanyard.inExtension(async () => ({
    text: await chrome.action.getBadgeText({}),
    color: await chrome.action.getBadgeBackgroundColor({}),
    title: await chrome.action.getTitle({}),
  }));

const iconShows = (lanyard: LaunchedBrowser, text: string | RegExp) =>
  waitUntil(`the icon to show ${text || 'nothing'}`, async () => {
    const icon = await readIcon(lanyard);
    // The popup comes back after a sign-in. A tab that opens over it leaves a dot in its place until somebody looks.
    return (typeof text === 'string' ? icon.text === text : text.test(icon.text)) ? icon : null;
  });

const alarmsOf = (lanyard: LaunchedBrowser) => lanyard.inExtension(() => chrome.alarms.getAll());

/** Signs somebody in whose organisation has agreed to everything that is watched. */
async function watching(
  { tenant, lanyard }: { tenant: Tenant; lanyard: LaunchedBrowser },
  ...names: WatchName[]
): Promise<{ mira: Person; id: string }> {
  const mira = personCalled(tenant, 'mira');
  tenant.control.consentForOrganisation(['Mail.ReadBasic', 'Calendars.ReadBasic']);
  await addAccount(lanyard, mira);
  const id = accountIdOf(mira);
  for (const name of names) await askBackground(lanyard, 'setWatch', id, name, true);
  return { mira, id };
}

/** Has the real alarm go off now, in a background that was stopped, for a look that was due a moment ago. */
async function ringNow(lanyard: LaunchedBrowser, accountId: string): Promise<void> {
  await lanyard.stopWorker();
  await lanyard.inExtension(
    async (key, alarm) => {
      const { [key]: stand } = await chrome.storage.session.get(key);
      await chrome.storage.session.set({ [key]: { ...stand, nextAt: Date.now() - 1 } });
      chrome.alarms.create(alarm, { when: Date.now() });
    },
    `watch:${accountId}`,
    ALARM,
  );
}

/** Asks the browser for its permission from a real click, as a page of Lanyard does. */
async function allowNotifications(lanyard: LaunchedBrowser): Promise<void> {
  const page = await lanyard.openExtensionPage('manifest.json');
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.textContent = 'Allow';
    button.style.cssText = 'position: fixed; inset: 0; z-index: 9';
    button.id = 'allow';
    button.addEventListener('click', async () => {
      const isGiven = await chrome.permissions.request({ permissions: ['notifications'] });
      button.dataset.given = String(isGiven);
    });
    document.body.replaceChildren(button);
  });
  await page.click('#allow');
  await page.waitForSelector('#allow[data-given=true]');
  await page.close();
}

/** As the browser's own settings do. */
const takeBackNotifications = (lanyard: LaunchedBrowser) =>
  lanyard.inExtension(() => chrome.permissions.remove({ permissions: ['notifications'] }));

/** What the tab says that the browser was sent to, though there is no way there. */
async function findTab({ browser }: LaunchedBrowser, host: string) {
  const pages = await browser.pages(true);
  return pages.find((page) => page.url().includes(host)) ?? null;
}

const noticesOf = (lanyard: LaunchedBrowser) =>
  lanyard.inExtension(async () => Object.entries((await chrome.notifications?.getAll()) ?? {}));

describe('The number on the icon', () => {
  test('appears as soon as it is turned on, and disappears at once when it is turned off', async ({
    tenant,
    lanyard,
  }) => {
    expect(await alarmsOf(lanyard)).toEqual([]);
    const { id } = await watching({ tenant, lanyard }, 'unread');
    const icon = await iconShows(lanyard, /^\d+$/);
    expect(icon.title).toBe(`Lanyard: ${icon.text} unread messages`);
    expect(icon.color.slice(0, 3)).toEqual([0x0f, 0x6c, 0xbd]);
    const [alarm, ...others] = await alarmsOf(lanyard);
    expect([alarm?.name, others]).toEqual([ALARM, []]);
    await askBackground(lanyard, 'setWatch', id, 'unread', false);
    expect(await readIcon(lanyard)).toMatchObject({ text: '', title: 'Lanyard' });
    expect(await alarmsOf(lanyard)).toEqual([]);
  });

  test('follows the mail by an alarm in a background that was stopped, and no window opens', async ({
    tenant,
    lanyard,
  }) => {
    const { mira, id } = await watching({ tenant, lanyard }, 'unread');
    const before = await iconShows(lanyard, /^\d+$/);
    tenant.control.deliverMail(mira, 2);
    await ringNow(lanyard, id);
    await iconShows(lanyard, String(Number(before.text) + 2));
    // One that was to make up for a background stopped half-way is set until then.
    await waitUntil('the next alarm', async () => {
      const [alarm] = await alarmsOf(lanyard);
      return (alarm?.scheduledTime ?? 0) > Date.now() + 3 * MINUTE ? true : null;
    });

    tenant.control.revokeSessions(mira);
    await ringNow(lanyard, id);
    const marked = await iconShows(lanyard, '!');
    expect(marked.color.slice(0, 3)).toEqual([0x61, 0x61, 0x61]);
    expect(await authWindows(lanyard)).toEqual([]);
    expect(await askBackground(lanyard, 'getWatching', id)).toMatchObject({
      unread: { isOn: true, obstacle: { reason: expect.any(String) } },
    });
  });
});

describe('A reminder', () => {
  test('needs the browser’s permission, comes, and reports that the permission was revoked', async ({
    tenant,
    lanyard,
  }) => {
    const { id } = await watching({ tenant, lanyard });
    const mira = personCalled(tenant, 'mira');
    const start = Math.floor(Date.now() / MINUTE + 4) * MINUTE;
    tenant.control.invite(mira, { subject: 'A word about the pond', start, minutes: 30, isTeams: true });
    await askBackground(lanyard, 'setWatch', id, 'meetings', true);
    expect(await askBackground(lanyard, 'getWatching', id)).toMatchObject({
      meetings: { isOn: true, obstacle: { reason: 'notifications-off' } },
    });
    await iconShows(lanyard, '!');

    const desktop = browserName === 'firefox' ? await giveDesktop(lanyard) : null;
    await allowNotifications(lanyard);
    await iconShows(lanyard, '');
    const [notice] = await waitUntil('the notice', async () => {
      const found = await noticesOf(lanyard);
      return found.length > 0 ? found : null;
    });
    expect(notice?.[0]).toMatch(new RegExp(`^meeting ${start} `));
    // What stands in it, and a click on it, Chromium keeps to itself: no protocol reaches its notifications.
    if (desktop) {
      const title = 'A word about the pond';
      expect(await desktop.shown()).toEqual([
        { title, text: expect.stringMatching(/\nClick here to join$/) },
      ]);
      // In a background that the click has to start. Firefox wakes one only for listeners of its first turn, in which there
      // were no notifications yet when this one began.
      await lanyard.stopWorker();
      await askBackground(lanyard, 'getSession');
      await lanyard.stopWorker();
      await desktop.click(title);
      const isGone = async () => ((await noticesOf(lanyard)).length === 0 ? true : null);
      await waitUntil('the notice to go', isGone);
      const meeting = await waitUntil('the meeting in a tab', () => findTab(lanyard, MEETING_HOST));
      await meeting.close();
    }

    expect(await takeBackNotifications(lanyard)).toBe(true);
    await iconShows(lanyard, '!');
    expect(await askBackground(lanyard, 'getWatching', id)).toMatchObject({
      meetings: { isOn: true, obstacle: { reason: 'notifications-off' } },
    });
  });
});
