import browser from 'webextension-polyfill';
import { popupPlace } from '../src/place.ts';
import type { Icon } from './icon.ts';

/** The browser window that the person is looking at now; null where the browser has no windows. */
export async function focusedWindow(): Promise<number | null> {
  const window = await browser.windows?.getLastFocused().catch(none);
  return window?.id ?? null;
}

/**
 * Shows the popup again over that window, which had to close when Microsoft's window took the focus. Where the
 * browser does not let us (Firefox wants a click), a dot on the icon says that there is something to see. `isWanted`
 * tells whether nobody has done anything else meanwhile.
 */
export async function showPopup(icon: Icon, windowId: number | null, isWanted: () => boolean): Promise<void> {
  if (windowId !== null && (await isShownBeside(windowId))) return;
  // The popup of before may still be there, and go in a moment: Chromium closes it after Microsoft's window.
  if ((await isPopupOpen()) && ((await isStillOpen()) || !isWanted())) return;
  try {
    await browser.action.openPopup(windowId === null ? {} : { windowId });
  } catch {
    // Not allowed, or no window to show it over: both end in the dot. Who goes on meanwhile has closed it by that.
    if (isWanted()) await icon.show('●');
  }
}

const CLOSING_MS = 500;

/** No event tells that a popup has closed. */
async function isStillOpen(): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, CLOSING_MS));
  return isPopupOpen();
}

/** Whether a panel at the side shows the same already, and it is not the popup that Microsoft's window was opened from. */
async function isShownBeside(windowId: number): Promise<boolean> {
  if (!(await isSideOpen(windowId))) return false;
  const place = await popupPlace.get();
  return !place?.wish && !place?.isAway;
}

/** Chromium does not tell in which window (`windowId` is -1 for such a context, Chromium 156); Firefox may. */
async function isSideOpen(windowId: number): Promise<boolean> {
  if (typeof browser.runtime.getContexts === 'function') {
    const open = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
    return open.some((context) => context.windowId === windowId || context.windowId === -1);
  }
  return browser.extension.getViews({ type: 'sidebar', windowId }).length > 0;
}

/** Chromium lists our contexts; Firefox, whose background is a page, hands out the views. */
async function isPopupOpen(): Promise<boolean> {
  if (typeof browser.runtime.getContexts === 'function') {
    return (await browser.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0;
  }
  return browser.extension.getViews({ type: 'popup' }).length > 0;
}

function none(): null {
  return null;
}
