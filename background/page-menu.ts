import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import type { Reply } from '../src/contract.ts';
import { toAppError } from '../src/errors.ts';
import { type Obstacle, presentObstacle } from '../src/obstacles.ts';
import { type AddTask, taskOfPage } from '../src/page-task.ts';
import { popupPlace } from '../src/place.ts';
import { say } from '../src/words.ts';
import type { Icon } from './icon.ts';
import { logBug } from './log.ts';
import { showPopup } from './popup-window.ts';
import type { Services } from './services.ts';

const ENTRY = 'add-page';
const DONE = '✓';
/** As long as it takes to see it. */
const DONE_MS = 4000;

type Parts = Pick<Services, 'book' | 'edits' | 'icon' | 'ready'>;

/**
 * Puts an entry into the context menu of web pages that makes a task of the page, called as what is selected in it, if
 * anything is. Must be called in the first turn. Firefox for Android has no such menus.
 */
export function registerPageMenu(parts: Parts): void {
  // Of a life that ended before it could take it away.
  parts.icon.clear(DONE).catch(report);
  const draw = () => void drawEntry().catch(report);
  browser.runtime.onInstalled.addListener(draw);
  // Both browsers keep the entry, but Firefox loses it with an add-on that was turned off and on
  // (https://bugzilla.mozilla.org/show_bug.cgi?id=1817287).
  browser.runtime.onStartup.addListener(draw);
  browser.contextMenus?.onClicked.addListener((click, tab) => {
    if (click.menuItemId === ENTRY) addPage(parts, click, tab).catch(report);
  });
}

/** Anew, so that it has the words of the language that the browser is in now. */
async function drawEntry(): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create(
    {
      id: ENTRY,
      title: say('addPageMenu'),
      contexts: ['page', 'selection'],
      documentUrlPatterns: ['http://*/*', 'https://*/*'],
    },
    // Installing and starting may come together, and the second finds that the entry is there.
    () => void browser.runtime.lastError,
  );
}

/**
 * Adds the page for the account that is shown. Whatever is in the way is for the popup to tell, which carries the wish
 * out once there is a consent: no window of Microsoft's opens here.
 */
async function addPage(
  { book, edits, icon, ready }: Parts,
  click: Menus.OnClickData,
  tab?: Tabs.Tab,
): Promise<void> {
  const task = taskOfPage({
    url: click.pageUrl ?? tab?.url,
    title: click.selectionText?.trim() || tab?.title,
  });
  if (!task) return;
  await ready;
  const accountId = (await book.read()).active;
  const reply = accountId === null ? null : await add(edits, accountId, task);
  if (reply?.kind === 'ready') {
    await sayDone(icon);
    return;
  }
  if (accountId !== null) {
    const obstacle = reply?.obstacle ?? { reason: 'unexpected' as const };
    // What may have reached Microsoft is not sent again but by a click.
    const held = isUnsent(obstacle) ? {} : { obstacle };
    await popupPlace.set({ panel: 'tasks', message: null, wish: { accountId, edit: task, ...held } });
  }
  await showPopup(icon, tab?.windowId ?? null, () => true);
}

/** Whether nothing can have come of it: there was no token to send it with, or Graph had not begun. */
function isUnsent({ reason }: Obstacle): boolean {
  const { action } = presentObstacle(reason);
  return reason === 'throttled' || (action !== 'try-again' && action !== 'none');
}

/** A bug is no answer; the popup meets it again, and says so. */
async function add(edits: Parts['edits'], accountId: string, task: AddTask): Promise<Reply<null> | null> {
  try {
    return await edits.make(accountId, task);
  } catch (thrown) {
    report(thrown);
    return null;
  }
}

async function sayDone(icon: Icon): Promise<void> {
  await icon.show(DONE);
  setTimeout(() => {
    icon.clear(DONE).catch(report);
  }, DONE_MS);
}

function report(thrown: unknown): void {
  logBug(toAppError(thrown));
}
