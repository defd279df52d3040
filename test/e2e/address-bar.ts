import type { Page } from 'puppeteer-core';
import { runInsideFirefox } from '../../demo/browser/firefox-inside.ts';
import { waitUntil } from '../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../demo/browsers.ts';

/** The address bar of a real browser, as far as it can be reached. */
export interface AddressBar {
  /** Waits until a line below what is typed says so, and gives all of them. */
  shows(text: string): Promise<string[]>;
  close(): Promise<void>;
}

/** Types into the address bar. */
export async function typeInAddressBar(lanyard: LaunchedBrowser, text: string): Promise<AddressBar> {
  const bar = lanyard.name === 'firefox' ? firefoxBar(lanyard) : await chromiumBar(lanyard);
  await bar.type(text);
  let typedAt = Date.now();
  return {
    shows: (line) =>
      waitUntil(`the address bar to show "${line}"`, async () => {
        const lines = await bar.lines();
        if (lines.some((each) => each.includes(line))) return lines;
        if (Date.now() - typedAt > bar.patienceMs) {
          await bar.type(text);
          typedAt = Date.now();
        }
        return null;
      }),
    close: bar.close,
  };
}

interface Bar {
  type(text: string): Promise<void>;
  lines(): Promise<string[]>;
  close(): Promise<void>;
  /** After so long, what is typed has to be typed again to be drawn. */
  patienceMs: number;
}

/**
 * Chromium's own cannot be reached from outside. Its page for developers has a field with the same suggestions in it,
 * from the same providers, which draws no conclusion from Enter.
 */
async function chromiumBar({ browser }: LaunchedBrowser): Promise<Bar> {
  const page = await browser.newPage();
  await page.goto('chrome://omnibox');
  // Such pages have to be turned on, once for a profile.
  if (await page.$('a[href*="internal-debug-pages"]')) {
    await page.goto('chrome://chrome-urls/#internal-debug-pages');
    await (await page.waitForSelector('>>> cr-button'))?.click();
    await page.waitForFunction(() => {
      const button = document.querySelector('chrome-urls-app')?.shadowRoot?.querySelector('cr-button');
      return button?.textContent.includes('Disable');
    });
    await page.goto('chrome://omnibox');
  }
  return {
    async type(text) {
      await (await page.waitForSelector('>>> #input-text'))?.click();
      await page.keyboard.type(text);
    },
    lines: () => readLines(page),
    close: () => page.close(),
    patienceMs: Number.POSITIVE_INFINITY,
  };
}

/** In its tables, deep inside, there is a cell with the line for each suggestion. */
function readLines(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lines: string[] = [];
    const visit = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (element.matches('.contents')) lines.push(element.textContent);
      }
    };
    visit(document);
    return lines;
  });
}

/** Firefox is driven from inside. */
function firefoxBar({ browser }: LaunchedBrowser): Bar {
  return {
    type: async (text) => void (await runInsideFirefox(browser, typeInFirefox, text)),
    lines: async () => JSON.parse(await runInsideFirefox(browser, readFirefoxLines, '')),
    close: async () => void (await runInsideFirefox(browser, closeFirefoxBar, '')),
    // So long it waits for an extension, and it draws a first line that comes later with the next letter.
    patienceMs: 3000,
  };
}

const inWindow = (does: string) =>
  `async (text) => { const window = Services.wm.getMostRecentWindow('navigator:browser'); const bar = window.gURLBar; ${does} }`;

const typeInFirefox = inWindow('window.focus(); bar.focus(); bar.search(text);');
const readFirefoxLines = inWindow(
  `return JSON.stringify([...window.document.querySelectorAll('.urlbarView-row')].map((row) => row.textContent));`,
);
const closeFirefoxBar = inWindow('bar.view.close(); bar.value = "";');

/** Goes down to the line so many below the first, and presses Enter, with Alt for a new tab. In Firefox alone. */
export async function chooseInFirefox({ browser }: LaunchedBrowser, steps: number): Promise<void> {
  const choose = inWindow(
    `bar.view.selectBy(Number(text)); bar.handleNavigation({ event: new window.KeyboardEvent('keydown', { key: 'Enter', altKey: true }) });`,
  );
  await runInsideFirefox(browser, choose, String(steps));
}

/** The addresses of Firefox's tabs, also of those whose page could not be loaded. */
export async function firefoxTabs({ browser }: LaunchedBrowser): Promise<string[]> {
  const read = inWindow(
    'return JSON.stringify(window.gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec));',
  );
  return JSON.parse(await runInsideFirefox(browser, read, ''));
}
