import type { Page } from 'puppeteer-core';
import { addressOf } from '../../demo/browser/extension-page.ts';
import { waitUntil } from '../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../demo/browsers.ts';
import { entraHost, type Person } from '../../demo/tenant/index.ts';
import { walkSignIn } from '../../demo/walk.ts';
import type { PanelName } from './panels.ts';
import { askBackground } from './world.ts';

/** What is used here of the API that pages of the extension have. */
declare const chrome: { action: { getBadgeText(details: object): Promise<string> } };

const POPUP_PATH = 'popup/index.html';

/** The popup's page in a tab of its own, of which there may be several. */
export function openPopupTab(lanyard: LaunchedBrowser): Promise<Page> {
  return lanyard.openExtensionPage(POPUP_PATH);
}

/** Waits until the page shows the text, and gives everything that it shows. */
export async function pageShows(page: Page, text: string): Promise<string> {
  let shown = '';
  const found = waitUntil(`the page to show "${text}"`, async () => {
    shown = await page.evaluate(() => document.body.innerText);
    return shown.includes(text) ? shown : null;
  });
  return found.catch((cause) => {
    throw new Error(`${cause.message} It shows: ${shown}`, { cause });
  });
}

/** A popup in a tab, of which everything is taken down that it shows. */
export interface WatchedPopup {
  everythingShown(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens the popup from another page of the extension, which watches it from its first moment on. (A script that
 * puppeteer puts before the page's own does not run in Firefox's extension pages.)
 */
export async function openWatchedPopup(lanyard: LaunchedBrowser): Promise<WatchedPopup> {
  const opener = await lanyard.openExtensionPage('manifest.json');
  const watch = await opener.evaluateHandle((path) => {
    const shown: string[] = [];
    const popup = window.open(path);
    const { port1, port2 } = new MessageChannel();
    // A timer would be slowed down, for this page is behind the popup now.
    port1.onmessage = () => {
      const document = popup?.document;
      if (document?.URL.endsWith(path)) {
        const note = () => shown.push(document.body?.innerText ?? '');
        note();
        new MutationObserver(note).observe(document, { childList: true, subtree: true, characterData: true });
      } else port2.postMessage('again');
    };
    port2.postMessage('first');
    return { shown, popup };
  }, `/${POPUP_PATH}`);
  return {
    everythingShown: () => watch.evaluate(({ shown }) => shown.join('\n')),
    async close() {
      await watch.evaluate(({ popup }) => popup?.close());
      await opener.close();
    },
  };
}

/** Clicks something in the account menu. */
export async function chooseInMenu(page: Page, selector: string): Promise<void> {
  await (await page.waitForSelector('.menu-button'))?.click();
  await (await page.waitForSelector(selector, { visible: true }))?.click();
}

/** The windows of Microsoft that are open now. */
export async function authWindows({ browser }: LaunchedBrowser): Promise<Page[]> {
  const pages = await browser.pages(true);
  const addresses = await Promise.all(pages.map(addressOf));
  return pages.filter((_page, index) => addresses[index]?.startsWith(`https://${entraHost}/`));
}

/** Signs somebody in beside whoever is signed in, as *Add another account* does, and waits for the end of it. */
export async function addAccount(lanyard: LaunchedBrowser, person: Person): Promise<void> {
  await askBackground(lanyard, 'signIn', { kind: 'new' });
  await walkSignIn(await lanyard.waitForAuthWindow(), person);
  await endOfSignIn(lanyard);
  await closeReturned(lanyard);
  await beginAt(lanyard, 'you');
}

/**
 * The popup comes back after a sign-in, or a dot in its place: waited for, and taken away, so that neither comes in the
 * middle of what a test does next, takes the focus of its page, or covers the icon.
 */
async function closeReturned(lanyard: LaunchedBrowser): Promise<void> {
  const badge = () => lanyard.inExtension(() => chrome.action.getBadgeText({}));
  await waitUntil('the popup to come back, or the dot', async () => {
    return (await lanyard.isActionPopupShown()) || (await badge()) === '●' || null;
  });
  if (lanyard.name === 'chromium') await (await lanyard.findPopup())?.close();
  await askBackground(lanyard, 'getSession');
}

/** Has the next popup begin with that panel, as for somebody who was there last. */
export async function beginAt(lanyard: LaunchedBrowser, panel: PanelName): Promise<void> {
  const popupPlace = { panel, message: null, wish: null };
  await lanyard.inExtension((place) => globalThis.chrome.storage.session.set(place), { popupPlace });
}

/** Waits until no sign-in is under way. */
export async function endOfSignIn(lanyard: LaunchedBrowser) {
  // In Firefox the page that asks opens in the window in front: not in this one, which takes it along as it closes.
  const isClosed = async () => (await authWindows(lanyard)).length === 0 || null;
  await waitUntil('the sign-in window to close', isClosed);
  let session = await askBackground(lanyard, 'getSession');
  while (session.status === 'signing-in') {
    session = await askBackground(lanyard, 'awaitSession', session.revision);
  }
  return session;
}

/** The `homeAccountId` of a person, as MSAL makes it. */
export function accountIdOf({ oid, tid }: Person): string {
  return `${oid}.${tid}`;
}
