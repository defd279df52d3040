import type { Page } from 'puppeteer-core';
import { runInsideFirefox } from '../../demo/browser/firefox-inside.ts';
import { waitUntil } from '../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../demo/browsers.ts';

export type Theme = 'light' | 'dark';
export const THEMES: readonly Theme[] = ['light', 'dark'];

/** Shows a page light or dark, with nothing in it that moves: half-way between two colours there is no contrast. */
export async function showTheme(lanyard: LaunchedBrowser, page: Page, theme: Theme): Promise<void> {
  if (lanyard.name === 'firefox') await runInsideFirefox(lanyard.browser, SET_PREFS, theme);
  else {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
  }
  const isShown = (wanted: string) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches || null;
  await waitUntil(`the ${theme} theme`, () => page.evaluate(isShown, theme));
}

/** WebDriver BiDi has no word for it yet (Firefox 153): the browser's own settings have, for all its pages. */
const SET_PREFS = `(theme) => {
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', theme === 'dark' ? 0 : 1);
  Services.prefs.setIntPref('ui.prefersReducedMotion', 1);
}`;
