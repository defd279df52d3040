import { createHash } from 'node:crypto';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Engine } from './engine.ts';
import { addressOf } from './extension-page.ts';
import { runInsideFirefox } from './firefox-inside.ts';
import { firefoxPrefs } from './firefox-prefs.ts';
import type { LaunchOptions } from './launched-browser.ts';
import type { ExtensionManifest } from './manifest.ts';
import { ownProcess } from './own-process.ts';
import { waitUntil } from './wait-until.ts';

declare const chrome: { action: { openPopup(): Promise<void> } };

/** Launches Firefox so that the extension, when it is installed, has the address of `uuidOf()`. */
export function launchFirefox(
  executablePath: string,
  userDataDir: string,
  options: LaunchOptions,
  manifest: ExtensionManifest,
): Promise<Browser> {
  const geckoId = geckoIdOf(manifest);
  return puppeteer.launch({
    ...ownProcess(options),
    browser: 'firefox',
    executablePath,
    userDataDir,
    headless: options.headless,
    defaultViewport: null,
    acceptInsecureCerts: true,
    // Without it Firefox refuses to open a page of an extension.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: firefoxPrefs(options, geckoId, uuidOf(geckoId)),
  });
}

/** Installs the extension for as long as the browser runs. */
export async function firefoxEngine(
  browser: Browser,
  extensionDir: string,
  manifest: ExtensionManifest,
): Promise<Engine> {
  const geckoId = await browser.installExtension(extensionDir);
  const extensionId = uuidOf(geckoIdOf(manifest));
  const extensionOrigin = `moz-extension://${extensionId}`;
  const popupUrl = `${extensionOrigin}/${manifest.popupPath}`;
  const openTab: Engine['openTab'] = (url, options) => openFirefoxTab(browser, url, options);
  const findPopup = () => findTab(browser, popupUrl);
  return {
    name: 'firefox',
    browser,
    extensionId,
    extensionOrigin,
    openTab,
    // WebDriver BiDi has no context for the panel that holds a real popup (Firefox 153).
    openPopup: async () => (await findPopup()) ?? openTab(popupUrl, { background: false }),
    findPopup,
    showActionPopup: (inExtension) => inExtension(() => chrome.action.openPopup()),
    stopWorker: async () => void (await runInsideFirefox(browser, terminateBackground, geckoId)),
  };
}

/**
 * Opens an extension's page. A new tab lands in the window in front; where that is a sign-in window which just then
 * closes, the tab goes with it, and another one is opened.
 */
function openFirefoxTab(browser: Browser, url: string, options: { background: boolean }): Promise<Page> {
  return waitUntil(`${url} to open`, () => tryTab(browser, url, options));
}

/** puppeteer's `goto` to such a page never ends and its `url()` stays `about:blank`: the page is asked where it is. */
async function tryTab(browser: Browser, url: string, options: { background: boolean }): Promise<Page | null> {
  const page = await browser.newPage(options).catch(nullIfGone);
  if (!page) return null;
  let failure: unknown;
  page.goto(url, { timeout: 0 }).catch((error: unknown) => {
    // It also ends here when the page is closed, long after anyone waited.
    failure = error;
  });
  const state = await waitUntil(`${url} to load`, async () => {
    const address = await addressOf(page);
    if (failure && !address) return 'failed';
    return address?.startsWith(url) ? 'open' : null;
  });
  return state === 'open' ? page : nullIfGone(failure);
}

/** What puppeteer and Firefox say of a tab that has gone before it was there. */
function nullIfGone(error: unknown): null {
  if (/failing to create a browsing context|no such frame|discarded/i.test(String(error))) return null;
  throw error;
}

async function findTab(browser: Browser, url: string): Promise<Page | null> {
  for (const page of await browser.pages()) {
    if ((await addressOf(page))?.startsWith(url)) return page;
  }
  return null;
}

/** Ends the event page as Firefox does after 30 idle seconds; it is gone when this resolves. */
const terminateBackground = `(geckoId) => WebExtensionPolicy.getByID(geckoId).extension.terminateBackground()`;

/** An address that stays the same for an add-on, whatever the profile. */
function uuidOf(geckoId: string): string {
  const hex = createHash('sha256').update(geckoId).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Only an id in the manifest is known before the launch, when the address must be set. */
function geckoIdOf({ geckoId }: ExtensionManifest): string {
  if (geckoId) return geckoId;
  throw new Error("Firefox needs browser_specific_settings.gecko.id in the extension's manifest.");
}
