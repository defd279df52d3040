import browser from 'webextension-polyfill';

/** The popup's page in the measures of a panel that stays; `build.mjs` writes it. */
export const SIDE_PAGE = 'popup/side.html';

/** What Chromium has, of which the polyfill's types know nothing. */
interface SidePanel {
  open(where: { windowId: number }): Promise<void>;
}

/** Whether this browser has panels that stay at the side; on a telephone there are none. */
export function hasSidePanel(): boolean {
  return readSidePanel() !== null || typeof browser.sidebarAction?.open === 'function';
}

/**
 * Opens Lanyard at the side of a window. Must be called in the click or the command itself, before anything is waited
 * for: after that neither browser takes it for the person's wish any more
 * (https://developer.chrome.com/docs/extensions/reference/api/sidePanel#method-open). `windowId` is null for a page whose
 * window is not known yet: Chromium takes a call of a page for the click's for some seconds.
 */
export async function openSidePanel(windowId: number | null): Promise<void> {
  const panel = readSidePanel();
  // Firefox knows the window by the click.
  if (!panel) return browser.sidebarAction.open();
  const id = windowId ?? (await browser.windows.getCurrent()).id;
  if (id !== undefined) await panel.open({ windowId: id });
}

function readSidePanel(): SidePanel | null {
  const panel: unknown = Reflect.get(browser, 'sidePanel');
  return isOpenable(panel) ? panel : null;
}

function isOpenable(panel: unknown): panel is SidePanel {
  return typeof panel === 'object' && panel !== null && typeof Reflect.get(panel, 'open') === 'function';
}
