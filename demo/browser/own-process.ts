import type { LaunchOptions as PuppeteerOptions } from 'puppeteer-core';
import type { LaunchOptions } from './launched-browser.ts';
import { PATIENCE_MS } from './wait-until.ts';

/** How the browser's process stands to ours: which display it sees, and who ends it. */
export function ownProcess({ display }: Pick<LaunchOptions, 'display'>): PuppeteerOptions {
  // Elsewhere the reaper ends the browser with us, and puppeteer's listeners would end us in the middle of ours.
  const handlesSignals = process.platform === 'win32';
  return {
    handleSIGINT: handlesSignals,
    handleSIGTERM: handlesSignals,
    handleSIGHUP: handlesSignals,
    timeout: 2 * PATIENCE_MS,
    // A Wayland session would go before the display that was asked for.
    env: display ? { ...process.env, DISPLAY: display, WAYLAND_DISPLAY: undefined } : process.env,
  };
}
