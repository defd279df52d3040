import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { readTasks } from '../../background/graph/tasks.ts';
import type { Sign } from '../../background/icon.ts';
import { registerPageMenu } from '../../background/page-menu.ts';
import { popupPlace } from '../../src/place.ts';
import { needsOf } from '../../src/purposes.ts';
import { iconSign } from '../../src/storage.ts';
import { fake } from '../fakes/fake-browser.ts';
import { bindToLife } from '../fakes/life-scope.ts';
import { setUpWorld } from '../fakes/world.ts';

const world = setUpWorld();

const page = 'https://fernleigh.example/beds#ferns';
const tab = { windowId: 3, url: page, title: 'Fern beds' };

type Click = { menuItemId: string; pageUrl?: string; selectionText?: string };

/** The browser's context menu: entries by their ids, of which none may come twice. */
const menu = {
  entries: new Map<string, { title: string; contexts: string[]; documentUrlPatterns: string[] }>(),
  starts: [] as (() => void)[],
  clicks: [] as ((click: Click, where?: Partial<typeof tab>) => void)[],
  async draw() {
    for (const start of menu.starts) start();
    await expect.poll(() => menu.entries.size).toBeGreaterThan(0);
  },
  click(part: Partial<Click> = {}, where: Partial<typeof tab> = tab) {
    for (const listener of menu.clicks) listener({ menuItemId: 'add-page', pageUrl: page, ...part }, where);
  },
};

const starting = { addListener: (listener: () => void) => void menu.starts.push(bindToLife(listener)) };
Object.assign(browser.runtime, { onInstalled: starting, onStartup: starting });
Object.assign(browser.action, { getBadgeText: async () => fake.badge });
Object.assign(browser, {
  contextMenus: {
    onClicked: {
      addListener: (listener: (typeof menu.clicks)[number]) => void menu.clicks.push(bindToLife(listener)),
    },
    removeAll: async () => menu.entries.clear(),
    create({
      id,
      ...entry
    }: {
      id: string;
      title: string;
      contexts: string[];
      documentUrlPatterns: string[];
    }) {
      if (!menu.entries.has(id)) menu.entries.set(id, entry);
    },
  },
});

beforeEach(() => {
  menu.entries.clear();
  menu.starts.length = 0;
  menu.clicks.length = 0;
});

/** Somebody is signed in, who has agreed to all of this or to nothing. */
async function withMenu({ hasAgreed = true } = {}) {
  if (hasAgreed) {
    world.tenant.control.consentForOrganisation([...needsOf('tasks'), ...needsOf('tasks-change')]);
  }
  const { background, id } = await world.signedIn();
  fake.popupOpened.length = 0;
  const register = () => background.life.run(() => registerPageMenu(background.services));
  register();
  const added = async () => {
    const { graph } = background.services;
    const { tasks } = await readTasks(graph, id);
    return tasks.filter(({ link }) => link === page).map(({ title, due }) => ({ title, due }));
  };
  return {
    id,
    added,
    register,
    show: (sign: Sign) => background.services.icon.show(sign),
    click: (...click: Parameters<typeof menu.click>) => menu.click(...click),
  };
}

const badge = (text: string) => expect.poll(() => fake.badge).toBe(text);
const popup = () => expect.poll(() => fake.popupOpened).toHaveLength(1);

describe('The entry in the menu of a page', () => {
  it('is there once, for web pages, however often the browser starts', async () => {
    await withMenu();
    await menu.draw();
    await menu.draw();
    expect([...menu.entries.values()]).toEqual([
      {
        title: 'Add this page to my tasks',
        contexts: ['page', 'selection'],
        documentUrlPatterns: ['http://*/*', 'https://*/*'],
      },
    ]);
  });

  it('adds the page as a task of the active account, and reports it on the icon alone', async () => {
    const { click, added } = await withMenu();
    click();
    await badge('✓');
    expect(await added()).toEqual([{ title: 'Fern beds', due: null }]);
    expect(fake.popupOpened).toEqual([]);
  });

  it('names the task after the selected text', async () => {
    const { click, added } = await withMenu();
    click({ selectionText: '  Divide the\n tree ferns ' });
    await badge('✓');
    expect(await added()).toEqual([{ title: 'Divide the tree ferns', due: null }]);
  });

  it('removes its mark from the icon after a moment', async () => {
    const { click } = await withMenu();
    world.holdTimers();
    click();
    await badge('✓');
    await vi.advanceTimersByTimeAsync(5000);
    await badge('');
  });

  it('leaves a sign on the icon that the person has not seen yet', async () => {
    const { click, added, show } = await withMenu();
    await show('●');
    world.holdTimers();
    click();
    await expect.poll(() => added()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(fake.badge).toBe('●');
  });

  it('clears at the next start the mark that a stopped background left, also one not drawn yet', async () => {
    const { register } = await withMenu();
    await iconSign.set('✓');
    register();
    await expect.poll(() => iconSign.get()).toBeNull();
  });

  it('opens the popup with the task if a consent is missing, and no sign-in window', async () => {
    const { id, click } = await withMenu({ hasAgreed: false });
    let windows = 0;
    fake.webAuthFlow = async () => {
      windows += 1;
      throw new Error('nobody is there');
    };
    click();
    await popup();
    expect(fake.popupOpened).toEqual([{ windowId: 3 }]);
    expect(await popupPlace.get()).toEqual({
      panel: 'tasks',
      message: null,
      wish: { accountId: id, edit: { kind: 'add-task', title: 'Fern beds', due: null, link: page } },
    });
    expect(windows).toBe(0);
  });

  it('keeps a task that may have reached Microsoft, and sends it again only after a click', async () => {
    const { id, click } = await withMenu();
    world.tenant.control.faults.graph['/v1.0/me/todo'] = { status: 504, body: {} };
    click();
    await popup();
    expect(await popupPlace.get()).toMatchObject({
      wish: { accountId: id, edit: { kind: 'add-task' }, obstacle: { reason: 'microsoft-unavailable' } },
    });
  });

  it('opens the popup without the task if nobody is signed in', async () => {
    const { services, life } = await world.wake();
    life.run(() => registerPageMenu(services));
    menu.click();
    await popup();
    expect(await popupPlace.get()).toBeNull();
  });

  it.each([['javascript:alert(1)'], ['chrome://settings/'], ['data:text/html,x']])(
    'does nothing for %s',
    async (pageUrl) => {
      const { click, added } = await withMenu();
      click({ pageUrl });
      // One that does something is let through after it, so that the first has had its turn.
      click();
      await badge('✓');
      expect(await added()).toHaveLength(1);
      expect(await popupPlace.get()).toBeNull();
    },
  );

  it('ignores clicks on other entries', async () => {
    const { click, added } = await withMenu();
    click({ menuItemId: 'another' });
    click();
    await badge('✓');
    expect(await added()).toHaveLength(1);
  });
});
