import type { Page } from 'puppeteer-core';
import type { LaunchedBrowser } from '../../demo/browsers.ts';
import type { PanelName } from './panels.ts';

/** What each panel shows as soon as its data is there. */
export const SHOWN: Record<PanelName, string> = {
  today: '.next-meeting',
  mail: '.message-row',
  calendar: '.event-row',
  tasks: '.task-row',
  files: '.file-row',
  people: '.people-search',
  you: '.badge',
};

export const PANELS = Object.keys(SHOWN) as PanelName[];

/** The permissions with which every panel has something to show, and only answering an invitation asks for more. */
export const EVERYTHING_BUT_ANSWERS = [
  'Mail.ReadWrite',
  'Calendars.ReadBasic',
  'Tasks.ReadWrite',
  'Files.Read',
  'User.ReadBasic.All',
  'Presence.ReadWrite',
  'Presence.Read.All',
];

/** The narrowest that the popup and the side panel are, in CSS pixels. */
export const NARROW = { width: 360, height: 560 };

/** A page of the extension in a tab of that size. */
export async function openSized(
  lanyard: LaunchedBrowser,
  path: string,
  size: { width: number; height: number },
): Promise<Page> {
  const page = await lanyard.openExtensionPage(path);
  await page.setViewport(size);
  return page;
}

/** Shows a panel and waits until everything in it has been read. */
export async function choosePanel(page: Page, panel: PanelName): Promise<void> {
  await (await page.waitForSelector(`[role=tab][data-panel=${panel}]`))?.click();
  await page.waitForSelector(`.panel:not([hidden]) ${SHOWN[panel]}`);
  await settled(page);
}

/** Waits until nothing is being read any more; what ends a long list tells only that there is more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.progress, .skeleton:not(.list-end .skeleton)'));
}
