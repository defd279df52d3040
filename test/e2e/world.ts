import type { Page } from 'puppeteer-core';
import { test as base, inject } from 'vitest';
import { REDIRECT_URIS } from '../../build.mjs';
import { addressOf } from '../../demo/browser/extension-page.ts';
import { waitUntil } from '../../demo/browser/wait-until.ts';
import {
  type BrowserName,
  type LaunchedBrowser,
  type LaunchOptions,
  launchBrowser,
} from '../../demo/browsers.ts';
import { type Person, startTenant, type Tenant } from '../../demo/tenant/index.ts';
import { type Walk, walkSignIn } from '../../demo/walk.ts';
import { machineZone } from '../../demo/working-day.ts';
import messages from '../../src/_locales/en/messages.json' with { type: 'json' };
import type { Method, Params, Result } from '../../src/contract.ts';
import type { WordKey } from '../../src/words.ts';
import { clientId } from './client-id.ts';
import { showPanel } from './panels.ts';
import { shareBrowser } from './share-browser.ts';
import '../extension-page.ts';

export const browserName: BrowserName =
  process.env.LANYARD_E2E_BROWSER === 'firefox' ? 'firefox' : 'chromium';

/**
 * Whether to go through what is the same code in every browser: always in Chromium, and in Firefox on request
 * (`npm run test:e2e`), where each sign-in takes three times as long.
 */
export const isThorough = browserName === 'chromium' || process.env.LANYARD_E2E_THOROUGH === '1';

/** Whether to go also through what the unit tests show against the same tenant (`npm run test:e2e`). */
export const isByHand = process.env.LANYARD_E2E_THOROUGH === '1';

/** The tenant that the tests of one file share. */
export function startTestTenant(port = 0): Promise<Tenant> {
  return startTenant({ clientId, redirectUris: Object.values(REDIRECT_URIS), port, zone: machineZone() });
}

/** The browser under test with the built folder in it. */
export function launchLanyard(
  tenantPort: number,
  options: Partial<LaunchOptions> & { build?: 'configured' | 'unconfigured' } = {},
): Promise<LaunchedBrowser> {
  const { build = 'configured', ...rest } = options;
  const extensionDir = `${inject('builds')[build]}/${browserName}`;
  const agreesToPermissions = true;
  return launchBrowser({
    ...{ browser: browserName, extensionDir, tenantPort, headless: true, agreesToPermissions },
    ...rest,
  });
}

/** Tests with a tenant, which the files of a project share (one of these objects has one, whatever the file). */
export const testWithTenant = base
  .extend('freePort', { scope: 'worker' }, 0)
  .extend('tenant', { scope: 'worker' }, async ({ freePort }, { onCleanup }) => {
    const tenant = await startTestTenant(freePort);
    onCleanup(() => tenant.stop());
    return tenant;
  });

const asUsual: Parameters<typeof launchLanyard>[1] = {};

/** Tests with a browser that is shared as well; each begins signed out, at a tenant put back to its start. */
export const test = testWithTenant
  .extend('launchOptions', { scope: 'worker' }, asUsual)
  .extend('shared', { scope: 'worker' }, ({ tenant, launchOptions }, { onCleanup }) => {
    const shared = shareBrowser(() => launchLanyard(tenant.port, launchOptions));
    onCleanup(() => shared.end());
    return shared;
  })
  .extend('lanyard', async ({ shared, onTestFailed }) => {
    // Nobody knows what a test that failed has left behind.
    onTestFailed(() => shared.end());
    return shared.get();
  })
  .extend('fresh', { auto: true }, async ({ tenant, lanyard }) => {
    await closeLeftovers(lanyard);
    await startOver(lanyard);
    await (await lanyard.findPopup())?.close();
    tenant.control.reset();
    return true;
  });

/** Asks the background as one of Lanyard's own pages would. */
export async function askBackground<M extends Method>(
  lanyard: LaunchedBrowser,
  method: M,
  ...params: Params<M>
): Promise<Result<M>> {
  const request = { method, params };
  const reply = await lanyard.inExtension(
    (message) => globalThis.chrome.runtime.sendMessage(message),
    request,
  );
  // The reply of our own background to our own question; the tests say what they expect of it.
  return (reply as { value: Result<M> }).value;
}

/** Closes what the last test has left open: Microsoft's windows, and the popup in a tab. */
async function closeLeftovers({ browser, extensionOrigin }: LaunchedBrowser): Promise<void> {
  for (const page of await browser.pages(true)) {
    const address = await addressOf(page);
    if (address?.startsWith('https:') || address?.startsWith(`${extensionOrigin}/popup/`)) await page.close();
  }
}

/** Back to the first moment: nobody signed in, nothing said. In one page, for each costs a moment. */
export async function startOver(lanyard: LaunchedBrowser): Promise<void> {
  await lanyard.inExtension(async () => {
    const question = async (method: string, ...params: unknown[]) =>
      (await globalThis.chrome.runtime.sendMessage({ method, params })) as {
        value: { status: string; revision: number; accounts?: { id: string }[] };
      };
    let { status, revision, accounts = [] } = (await question('getSession')).value;
    // Of a sign-in whose window has just been closed, the end is waited for.
    while (status === 'signing-in') {
      ({ status, revision, accounts = [] } = (await question('awaitSession', revision)).value);
    }
    await question(
      'signOut',
      accounts.map(({ id }) => id),
    );
    await question('setKeep', 'on-disk');
    await question('dismiss');
    await globalThis.chrome.permissions.remove({ permissions: ['notifications'] });
  });
}

export function personCalled(tenant: Tenant, key: string): Person {
  const person = tenant.people.find((candidate) => candidate.key === key);
  if (!person) throw new Error(`Nobody in the tenant is called ${key}.`);
  return person;
}

/** What the product says under that name, in English. */
export function words(key: WordKey): string {
  return messages[key].message;
}

/** Clicks *Sign in* in the popup and gives Microsoft's window. */
export async function clickSignIn(lanyard: LaunchedBrowser): Promise<Page> {
  const popup = await lanyard.openPopup();
  const button = await popup.waitForSelector('.button-primary');
  await button?.click();
  return lanyard.waitForAuthWindow();
}

/** From the click on *Sign in* to the profile. */
export async function signIn(lanyard: LaunchedBrowser, person: Person, walk?: Walk): Promise<void> {
  await walkSignIn(await clickSignIn(lanyard), person, walk);
  await showPanel(lanyard, 'you');
  await popupShows(lanyard, words('signOut'));
}

/** Waits until the open popup shows the text, and gives everything that it shows. */
export async function popupShows(lanyard: LaunchedBrowser, text: string): Promise<string> {
  let shown = '';
  const found = waitUntil(`the popup to show "${text}"`, async () => {
    shown = await popupText(lanyard);
    return shown.includes(text) ? shown : null;
  });
  return found.catch((cause) => {
    throw new Error(`${cause.message} It shows: ${shown}`, { cause });
  });
}

/** What the open popup shows now; empty where none is open, or it closes or loads while it is read. */
export async function popupText(lanyard: LaunchedBrowser): Promise<string> {
  const popup = await lanyard.findPopup();
  if (!popup) return '';
  return popup.evaluate(() => document.body.innerText).catch(() => '');
}
