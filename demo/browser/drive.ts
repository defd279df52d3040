import type { Page } from 'puppeteer-core';
import { waitForAuthWindow } from './auth-window.ts';
import type { Engine } from './engine.ts';
import { addressOf, clickInPopupView, hasPopupView, inertPath, readAreas } from './extension-page.ts';
import type { LaunchedBrowser } from './launched-browser.ts';
import { PATIENCE_MS, waitUntil } from './wait-until.ts';

/** Makes the one interface out of what an engine can do. */
export async function drive(engine: Engine, close: () => Promise<void>): Promise<LaunchedBrowser> {
  const addressIn = (path: string) => new URL(path, `${engine.extensionOrigin}/`).href;

  const helper = keepHelper(engine, addressIn(inertPath));
  const inExtension: Page['evaluate'] = (run, ...args) =>
    helper().then((page) => page.evaluate(run, ...args));

  return {
    name: engine.name,
    version: (await engine.browser.version()).replace(/^.*\//, ''),
    browser: engine.browser,
    extensionId: engine.extensionId,
    extensionOrigin: engine.extensionOrigin,
    openPopup: async () => patient(await engine.openPopup()),
    findPopup: async () => {
      const popup = await engine.findPopup();
      return popup && patient(popup);
    },
    showActionPopup: () => engine.showActionPopup(inExtension),
    isActionPopupShown: () => inExtension(hasPopupView),
    clickInActionPopup: async (selector) => {
      const click = async () => (await inExtension(clickInPopupView, selector)) || null;
      await waitUntil(`${selector} in the popup`, click);
    },
    openExtensionPage: async (path) => patient(await engine.openTab(addressIn(path), { background: false })),
    waitForAuthWindow: async () => patient(await waitForAuthWindow(engine.browser)),
    inExtension,
    readStorage: () => inExtension(readAreas),
    stopWorker: () => engine.stopWorker(),
    close,
  };
}

/** Waits for what is on the page with the one limit that all waits have; puppeteer's own is half a minute. */
function patient(page: Page): Page {
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

/**
 * The page in which questions to the extension are asked: one tab that stays, for opening one takes longer than most
 * answers. It opens in the background, for a tab that comes to the front closes the popup, and again where it has gone
 * with its window or with the extension.
 */
function keepHelper(engine: Engine, address: string): () => Promise<Page> {
  let kept: Promise<Page | null> = Promise.resolve(null);
  return () => {
    const helper = kept.then(async (page) => {
      const isThere = page && (await addressOf(page)) === address;
      return isThere ? page : engine.openTab(address, { background: true });
    });
    kept = helper.catch(() => null);
    return helper;
  };
}
