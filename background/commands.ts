import browser from 'webextension-polyfill';
import { toAppError } from '../src/errors.ts';
import { openSidePanel } from '../src/side-panel.ts';
import { logBug } from './log.ts';

/** Of the manifest; the two others, which open the popup and Firefox's sidebar, the browsers carry out by themselves. */
const OPEN_SIDE = 'open-side-panel';

/**
 * Carries out the shortcuts that a person may set for Lanyard. Must be called in the first turn. Firefox for Android
 * has none.
 */
export function registerCommands(): void {
  browser.commands?.onCommand.addListener((name, tab) => {
    // A window without a tab in front has no side to open anything at.
    if (name !== OPEN_SIDE || tab?.windowId === undefined) return;
    openSidePanel(tab.windowId).catch((thrown) => logBug(toAppError(thrown)));
  });
}
