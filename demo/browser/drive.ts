import type { Page } from 'puppeteer-core';
import { waitForAuthWindow } from './auth-window.ts';
import type { Engine } from './engine.ts';
import { clickInPopupView, hasPopupView, inertPath, readAreas } from './extension-page.ts';
import type { LaunchedBrowser } from './launched-browser.ts';
import { waitUntil } from './wait-until.ts';

/** Makes the one interface out of what an engine can do. */
export async function drive(engine: Engine, close: () => Promise<void>): Promise<LaunchedBrowser> {
  const addressIn = (path: string) => new URL(path, `${engine.extensionOrigin}/`).href;

  const inPage = async <T>(use: (page: Page) => Promise<T>) => {
    // In the background, for a tab that comes to the front closes the popup.
    const page = await engine.openTab(addressIn(inertPath), { background: true });
    try {
      return await use(page);
    } finally {
      await page.close();
    }
  };
  const inExtension: Page['evaluate'] = (run, ...args) => inPage((page) => page.evaluate(run, ...args));

  return {
    name: engine.name,
    version: (await engine.browser.version()).replace(/^.*\//, ''),
    browser: engine.browser,
    extensionId: engine.extensionId,
    extensionOrigin: engine.extensionOrigin,
    openPopup: () => engine.openPopup(),
    findPopup: () => engine.findPopup(),
    showActionPopup: () => engine.showActionPopup(inExtension),
    isActionPopupShown: () => inExtension(hasPopupView),
    clickInActionPopup: async (selector) => {
      const click = async () => (await inExtension(clickInPopupView, selector)) || null;
      await waitUntil(`${selector} in the popup`, click);
    },
    openExtensionPage: (path) => engine.openTab(addressIn(path), { background: false }),
    waitForAuthWindow: () => waitForAuthWindow(engine.browser),
    inExtension,
    readStorage: () => inExtension(readAreas),
    stopWorker: () => engine.stopWorker(),
    close,
  };
}
