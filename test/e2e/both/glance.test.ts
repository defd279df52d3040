import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { addressOf } from '../../../demo/browser/extension-page.ts';
import { answerFirefox } from '../../../demo/browser/firefox-prompt.ts';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import { press, walkConsent } from '../../../demo/walk.ts';
import { accountIdOf, endOfSignIn } from '../pages.ts';
import { click as clickInPopup, scopesAsked, showPanel } from '../panels.ts';
import {
  askBackground,
  browserName,
  isThorough,
  launchLanyard,
  personCalled,
  popupShows,
  signIn,
  test,
  words,
} from '../world.ts';

/** In the pages of the extension, where these functions run. */
declare const chrome: {
  action: { getBadgeText(details: object): Promise<string> };
  permissions: {
    contains(permissions: object): Promise<boolean>;
    remove(permissions: object): Promise<boolean>;
  };
};

const PAGE = 'options/index.html#glance';
const NOTIFICATIONS = { permissions: ['notifications'] };

const badge = ({ inExtension }: LaunchedBrowser) => inExtension(() => chrome.action.getBadgeText({}));

/** What *Remove* in the browser's own settings does. */
const takeBackNotifications = ({ inExtension }: LaunchedBrowser) =>
  inExtension((permissions) => chrome.permissions.remove(permissions), NOTIFICATIONS);

const card = (watch: 'unread' | 'meetings', state: 'off' | 'held' | 'on') =>
  `.glance-card[data-watch=${watch}][data-state=${state}]`;

const click = async (page: Page, selector: string) => (await page.waitForSelector(selector))?.click();

const textOf = (page: Page, selector: string) =>
  page.waitForSelector(selector).then((element) => element?.evaluate(({ textContent }) => textContent));

/** The page of the extension that is open under that address. */
async function openPage({ browser, extensionOrigin }: LaunchedBrowser, path: string): Promise<Page | null> {
  const pages = await browser.pages(true);
  const addresses = await Promise.all(pages.map(addressOf));
  return pages.find((_, index) => addresses[index] === `${extensionOrigin}/${path}`) ?? null;
}

describe('The background check of Lanyard', () => {
  test.runIf(isThorough)(
    'sends no request before it is turned on, and then shows the unread number',
    async ({ tenant, lanyard, onTestFinished }) => {
      const mira = personCalled(tenant, 'mira');
      await signIn(lanyard, mira);
      const page = await lanyard.openExtensionPage(PAGE);
      onTestFinished(() => page.close());
      await page.waitForSelector(card('unread', 'off'));
      await click(page, '#glance-unread');
      await page.waitForSelector(`${card('unread', 'held')} .consent-card[data-purpose=mail-list]`);
      expect(scopesAsked(tenant)).toEqual(['User.Read']);
      await click(page, '.consent-not-now');
      await page.waitForSelector(`${card('unread', 'off')} #glance-unread:focus`);
      expect(scopesAsked(tenant)).toEqual(['User.Read']);

      await click(page, '#glance-unread');
      await click(page, '.consent-continue');
      await walkConsent(await lanyard.waitForAuthWindow());
      await endOfSignIn(lanyard);
      await page.waitForSelector(card('unread', 'on'));
      expect(scopesAsked(tenant)).toEqual(['User.Read', 'Mail.ReadBasic']);
      const inbox = await askBackground(lanyard, 'getInbox', accountIdOf(mira));
      if (inbox.kind !== 'ready') throw new Error(`The inbox is ${inbox.obstacle.reason}.`);
      // Somebody looks, so that the sign is gone by which Firefox tells of the end of a window.
      await lanyard.openPopup();
      await expect.poll(() => badge(lanyard)).toBe(String(inbox.data.unread));
      await page.bringToFront();
      await click(page, '#glance-unread');
      await expect.poll(() => badge(lanyard)).toBe('');
    },
  );

  test.runIf(isThorough)(
    'is offered below the calendar, and reports that the browser’s permission was revoked',
    async ({ tenant, lanyard, onTestFinished }) => {
      tenant.control.consentForOrganisation(['User.Read', 'Calendars.ReadBasic']);
      await signIn(lanyard, personCalled(tenant, 'mira'));
      await showPanel(lanyard, 'calendar');
      await clickInPopup(lanyard, '.glance-line .button');
      const page = await waitUntil('the page to open', () => openPage(lanyard, PAGE));
      onTestFinished(() => page.close());
      // `:focus` is only in the window in front, which may be another.
      await page.waitForFunction(() => document.activeElement?.id === 'glance');
      expect(await textOf(page, '#glance')).toBe(words('glanceTitle'));
      await click(page, '#glance-meetings');
      await page.waitForSelector(card('meetings', 'on'));

      await takeBackNotifications(lanyard);
      // The mark on the icon sends people to the popup.
      await lanyard.openPopup();
      await showPanel(lanyard, 'today');
      await popupShows(lanyard, words('notificationsOffTitle'));
      await page.bringToFront();
      const held = `${card('meetings', 'held')} .obstacle`;
      expect(await textOf(page, held)).toContain(words('notificationsOffTitle'));
      await click(page, `${held} .button`);
      await page.waitForSelector(card('meetings', 'on'));
      expect(await lanyard.inExtension((asked) => chrome.permissions.contains(asked), NOTIFICATIONS)).toBe(
        true,
      );
    },
  );

  test.runIf(isThorough)(
    'reports that an administrator decides, and offers a letter to send',
    async ({ tenant, lanyard, onTestFinished }) => {
      tenant.control.setConsentPolicy('default');
      await signIn(lanyard, personCalled(tenant, 'tomas'));
      const page = await lanyard.openExtensionPage(PAGE);
      onTestFinished(() => page.close());
      await click(page, '#glance-unread');
      await click(page, '.consent-continue');
      await press(await lanyard.waitForAuthWindow(), 'cancel');
      await click(page, `${card('unread', 'held')} .ask-administrator`);
      const letter = await page.waitForSelector('.approval-letter textarea');
      expect(await letter?.evaluate(({ value }) => value)).toContain('Mail.ReadBasic');
    },
  );

  // Chromium’s question is in a window that no debugger reaches: it stays open.
  test.runIf(browserName === 'chromium')(
    'loses nothing if the page closes behind the browser’s question',
    async ({ tenant, onTestFinished }) => {
      const lanyard = await launchLanyard(tenant.port, { agreesToPermissions: false });
      onTestFinished(() => lanyard.close());
      tenant.control.consentForOrganisation(['User.Read', 'Calendars.ReadBasic']);
      const mira = personCalled(tenant, 'mira');
      await signIn(lanyard, mira);
      const page = await lanyard.openExtensionPage(PAGE);
      await click(page, '#glance-meetings');
      await expect.poll(() => textOf(page, '#glance-meetings ~ .glance-state')).toBe(words('glanceAsking'));
      await page.close();

      const again = await lanyard.openExtensionPage(PAGE);
      expect(await textOf(again, `${card('meetings', 'held')} .obstacle`)).toContain(
        words('notificationsOffTitle'),
      );
      const watching = await askBackground(lanyard, 'getWatching', accountIdOf(mira));
      expect(watching.meetings.isOn).toBe(true);
    },
  );

  test.runIf(browserName === 'firefox')(
    'accepts the browser’s no, and a yes later',
    async ({ tenant, onTestFinished }) => {
      const lanyard = await launchLanyard(tenant.port, { agreesToPermissions: false });
      onTestFinished(() => lanyard.close());
      tenant.control.consentForOrganisation(['User.Read', 'Calendars.ReadBasic']);
      const mira = personCalled(tenant, 'mira');
      await signIn(lanyard, mira);
      const page = await lanyard.openExtensionPage(PAGE);
      await click(page, '#glance-meetings');
      await answerFirefox(lanyard.browser, 'refuse');
      await page.waitForSelector(card('meetings', 'off'));
      await expect.poll(() => textOf(page, '#glance-meetings ~ .glance-state')).toBe(words('glanceRefused'));
      const watching = await askBackground(lanyard, 'getWatching', accountIdOf(mira));
      expect(watching.meetings.isOn).toBe(false);

      await click(page, '#glance-meetings');
      await answerFirefox(lanyard.browser, 'allow');
      await page.waitForSelector(card('meetings', 'on'));
    },
  );
});
