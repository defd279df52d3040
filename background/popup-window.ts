import browser from 'webextension-polyfill';

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
export async function showPopup(windowId: number | null, isWanted: () => boolean): Promise<void> {
  // The popup of before may still be there, and go in a moment: Chromium closes it after Microsoft's window.
  if ((await isPopupOpen()) && ((await isStillOpen()) || !isWanted())) return;
  try {
    await browser.action.openPopup(windowId === null ? {} : { windowId });
  } catch {
    // Not allowed, or no window to show it over: both end in the dot.
    await markIcon('●');
  }
}

const CLOSING_MS = 500;

/** No event tells that a popup has closed. */
async function isStillOpen(): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, CLOSING_MS));
  return isPopupOpen();
}

/** Takes the dot away: somebody is looking. */
export function clearMark(): Promise<void> {
  return markIcon('');
}

/** Writes a sign over the icon, which stays until somebody looks. */
export async function markIcon(text: string): Promise<void> {
  await browser.action.setBadgeText({ text });
  if (text) await browser.action.setBadgeBackgroundColor({ color: '#0f6cbd' });
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
