import type { Browser, Page } from 'puppeteer-core';
import type { BrowserName } from './launched-browser.ts';

/** What Chromium and Firefox each do in their own way; `drive()` makes the common rest of it. */
export interface Engine {
  readonly name: BrowserName;
  readonly browser: Browser;
  readonly extensionId: string;
  readonly extensionOrigin: string;
  /** Opens an address of the extension in a tab, in front or not, and waits until it has loaded. */
  openTab(url: string, options: { background: boolean }): Promise<Page>;
  openPopup(): Promise<Page>;
  findPopup(): Promise<Page | null>;
  showActionPopup(inExtension: Page['evaluate']): Promise<void>;
  stopWorker(): Promise<void>;
}
