import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumArgs } from './chromium-args.ts';
import { findChromiumPopup, openChromiumPopup } from './chromium-popup.ts';
import { stopChromiumWorker } from './chromium-worker.ts';
import type { Engine } from './engine.ts';
import type { LaunchOptions } from './launched-browser.ts';
import { thisMachine } from './machine.ts';
import type { ExtensionManifest } from './manifest.ts';
import { ownProcess } from './own-process.ts';

/** Launches Chromium, Chrome or Edge, with room for an extension. */
export function launchChromium(
  executablePath: string,
  userDataDir: string,
  options: LaunchOptions,
): Promise<Browser> {
  return puppeteer.launch({
    ...ownProcess(options),
    executablePath,
    userDataDir,
    headless: options.headless,
    defaultViewport: null,
    args: chromiumArgs(options, thisMachine.isRoot),
    // Google Chrome has ignored `--load-extension` since 137. It still loads an extension that comes over a
    // debugging pipe, when it was started with `--enable-unsafe-extension-debugging`: these two lines.
    pipe: true,
    enableExtensions: true,
    targetFilter: (target) => options.attachToWorker === true || target.type() !== 'service_worker',
  });
}

/** Installs the extension. (puppeteer does not wait for those given to `launch`.) */
export async function chromiumEngine(
  browser: Browser,
  extensionDir: string,
  { popupPath }: ExtensionManifest,
): Promise<Engine> {
  const extensionId = await browser.installExtension(extensionDir);
  const extensionOrigin = `chrome-extension://${extensionId}`;
  const popupUrl = `${extensionOrigin}/${popupPath}`;
  const openPopup = () => openChromiumPopup(browser, extensionId, popupUrl);
  return {
    name: 'chromium',
    browser,
    extensionId,
    extensionOrigin,
    async openTab(url, options) {
      const page = await browser.newPage(options);
      await page.goto(url);
      return page;
    },
    openPopup,
    findPopup: () => findChromiumPopup(browser, popupUrl),
    showActionPopup: async () => {
      await openPopup();
    },
    stopWorker: () => stopChromiumWorker(browser, extensionOrigin),
  };
}
