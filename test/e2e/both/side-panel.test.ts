import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { runInsideFirefox } from '../../../demo/browser/firefox-inside.ts';
import { waitUntil } from '../../../demo/browser/wait-until.ts';
import type { LaunchedBrowser } from '../../../demo/browsers.ts';
import { accountIdOf, addAccount, chooseInMenu, openPopupTab, pageShows } from '../pages.ts';
import { askBackground, browserName, isThorough, personCalled, test, words } from '../world.ts';

declare const chrome: {
  runtime: { getContexts(filter: { contextTypes: string[] }): Promise<unknown[]> };
  sidePanel: { close(where: { windowId: number }): Promise<void> };
  sidebarAction: { isOpen(where: object): Promise<boolean> };
  windows: { getLastFocused(): Promise<{ id: number }> };
};

/** As narrow as a browser lets a panel at the side become. */
const NARROWEST = 320;

/** The page of the panel in a tab, where it can be driven. */
const openSidePage = (lanyard: LaunchedBrowser) => lanyard.openExtensionPage('popup/side.html');

/** Whether the real one is open. */
const isSideOpen = (lanyard: LaunchedBrowser) =>
  browserName === 'firefox'
    ? lanyard.inExtension(() => chrome.sidebarAction.isOpen({}))
    : lanyard.inExtension(
        async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length > 0,
      );

async function closeSide(lanyard: LaunchedBrowser): Promise<void> {
  const hide = `() => Services.wm.getMostRecentWindow('navigator:browser').SidebarController.hide()`;
  if (browserName === 'firefox') await runInsideFirefox(lanyard.browser, hide, '');
  else {
    await lanyard.inExtension(async () => {
      const { id } = await chrome.windows.getLastFocused();
      await chrome.sidePanel.close({ windowId: id });
    });
  }
  await waitUntil('the side panel to close', async () => !(await isSideOpen(lanyard)) || null);
}

/** How far the page reaches over its edges, which nobody would see. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { right: scrollWidth - clientWidth, below: scrollHeight - clientHeight };
  });

describe('The side panel', () => {
  test('opens from the account menu, keeps its own place, and follows changes from other pages', async ({
    tenant,
    lanyard,
    onTestFinished,
  }) => {
    const mira = personCalled(tenant, 'mira');
    await addAccount(lanyard, mira);
    const popup = await openPopupTab(lanyard);
    onTestFinished(() => popup.close());
    await chooseInMenu(popup, '.open-side');
    onTestFinished(() => closeSide(lanyard));
    await waitUntil('the side panel to open', async () => (await isSideOpen(lanyard)) || null);

    const page = await openSidePage(lanyard);
    onTestFinished(() => page.close());
    await pageShows(page, words('offersFirst'));
    await (await page.waitForSelector('[role=tab][data-panel=files]'))?.click();
    await waitUntil('the place to be kept', async () => {
      const { sidePlace = {}, popupPlace } = (await lanyard.readStorage()).session;
      expect(popupPlace).toMatchObject({ panel: 'you' });
      return JSON.stringify(sidePlace).includes('files') || null;
    });
    // The background that the page has talked to is gone, and nothing of the page's wakes the next one.
    await lanyard.stopWorker();
    await askBackground(lanyard, 'signOut', [accountIdOf(mira)]);
    await pageShows(page, words('farewellTitle'));
  });

  test.runIf(isThorough)(
    'shows every panel within its width and height',
    async ({ tenant, lanyard, onTestFinished }) => {
      await addAccount(lanyard, personCalled(tenant, 'mira'));
      const page = await openSidePage(lanyard);
      onTestFinished(() => page.close());
      await pageShows(page, words('offersFirst'));
      await page.setViewport({ width: NARROWEST, height: 700 });
      for (const tab of await page.$$('[role=tab]')) {
        await tab.click();
        expect(await overflow(page)).toEqual({ right: 0, below: 0 });
      }
      const body = await page.evaluate(() => document.body.getBoundingClientRect().toJSON());
      expect(body).toMatchObject({ width: NARROWEST, height: 700 });
    },
  );
});
