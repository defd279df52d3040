import browser from 'webextension-polyfill';
import type { PageFacts } from './page-task.ts';

/**
 * The page over which the popup is. Nothing is known of one that the browser does not tell us: `activeTab` covers the
 * page on which the toolbar button was clicked.
 */
export async function readFrontPage(): Promise<PageFacts> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? {};
}
