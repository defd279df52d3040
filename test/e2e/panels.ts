import type { ElementHandle } from 'puppeteer-core';
import { waitUntil } from '../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../demo/browsers.ts';
import type { Tenant } from '../../demo/tenant/index.ts';

export type PanelName = 'today' | 'mail' | 'calendar' | 'tasks' | 'files' | 'people' | 'you';

/** The element in the popup, as soon as there is one; the popup may close and open again meanwhile. */
export function inPopup(lanyard: LaunchedBrowser, selector: string): Promise<ElementHandle<Element>> {
  return waitUntil(`${selector} in the popup`, async () => {
    const popup = await lanyard.findPopup();
    return popup ? popup.$(selector).catch(() => null) : null;
  });
}

/** Clicks in the popup. What a card has just replaced is looked for again. */
export async function click(lanyard: LaunchedBrowser, selector: string): Promise<void> {
  await waitUntil(`${selector} to be clicked`, async () => {
    const element = await inPopup(lanyard, selector);
    return element.click().then(
      () => true,
      () => null,
    );
  });
}

/** Shows a panel, reading it anew. */
export async function showPanel(lanyard: LaunchedBrowser, panel: PanelName): Promise<void> {
  await click(lanyard, `[role=tab][data-panel=${panel}]`);
  await inPopup(lanyard, `[role=tab][data-panel=${panel}][aria-selected=true]`);
}

/** Leaves a panel and comes back, as somebody does who looks again. */
export async function lookAgain(lanyard: LaunchedBrowser, panel: 'mail' | 'calendar'): Promise<void> {
  await showPanel(lanyard, 'you');
  await showPanel(lanyard, panel);
}

/** Closes the popup and opens it again. */
export async function openAnew(lanyard: LaunchedBrowser): Promise<void> {
  await (await lanyard.findPopup())?.close();
  await lanyard.openPopup();
}

const SIGN_IN_SCOPES = new Set(['openid', 'profile', 'email', 'offline_access']);

/** Every Graph scope that the tenant was asked for, at any endpoint, in the order of the first time. */
export function scopesAsked({ control }: Tenant): string[] {
  const all = control.log.flatMap(({ scopes = '' }) => scopes.split(' '));
  const named = all.map((scope) => scope.replace('https://graph.microsoft.com/', ''));
  return [...new Set(named)].filter((scope) => scope !== '' && !SIGN_IN_SCOPES.has(scope));
}
