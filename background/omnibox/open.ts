import browser, { type Omnibox } from 'webextension-polyfill';
import { SIDE_PAGE } from '../../src/side-panel.ts';

type Disposition = Omnibox.OnInputEnteredDisposition;

/** Opens an address where the person wants it: here, or in a new tab in front or behind. */
export async function openAt(url: string, disposition: Disposition): Promise<void> {
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
}

/** Shows Lanyard itself: the popup, or where the browser does not open that for us, its page in a tab. */
export async function showLanyard(): Promise<void> {
  await browser.action
    .openPopup({})
    .catch(() => browser.tabs.create({ url: browser.runtime.getURL(SIDE_PAGE) }));
}
