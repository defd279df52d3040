import { afterEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { browserShortcuts } from '../../src/browser-shortcuts.ts';
import { readFrontPage } from '../../src/front-page.ts';
import { askForNotifications } from '../../src/ui/ask-notifications.ts';

const { tabs, permissions } = browser;

afterEach(() => {
  Object.assign(browser, { tabs, permissions });
  Reflect.deleteProperty(browser, 'commands');
});

describe('The shortcuts that the browser keeps', () => {
  it('are in our words and order, without those that this browser does not know', async () => {
    const getAll = async () => [
      { name: 'other', shortcut: 'Alt+O' },
      { name: '_execute_sidebar_action', shortcut: '' },
      { name: '_execute_action', shortcut: 'Alt+L', description: 'Activate' },
    ];
    Object.assign(browser, { commands: { getAll } });
    expect(await browserShortcuts()).toEqual([
      { does: 'commandOpen', keys: 'Alt+L' },
      { does: 'commandOpenSide', keys: null },
    ]);
  });

  it('have a side panel in Chromium', async () => {
    Object.assign(browser, {
      commands: { getAll: async () => [{ name: 'open-side-panel', shortcut: 'Alt+S' }] },
    });
    expect(await browserShortcuts()).toEqual([{ does: 'commandOpenSide', keys: 'Alt+S' }]);
  });
});

describe('The page over which the popup is', () => {
  it('is the active tab of this window', async () => {
    const tab = { url: 'https://fernleigh.example/', title: 'Ferns' };
    const query = vi.fn(async () => [tab]);
    Object.assign(browser, { tabs: { query } });
    expect(await readFrontPage()).toEqual(tab);
    expect(query).toHaveBeenCalledExactlyOnceWith({ active: true, currentWindow: true });
  });

  it('is unknown if the browser tells of none', async () => {
    Object.assign(browser, { tabs: { query: async () => [] } });
    expect(await readFrontPage()).toEqual({});
  });
});

describe('The browser’s permission for notifications', () => {
  it.each([true, false])('is as the person has answered: %s', async (answer) => {
    const request = vi.fn(async () => answer);
    Object.assign(browser, { permissions: { request } });
    expect(await askForNotifications()).toBe(answer);
    expect(request).toHaveBeenCalledExactlyOnceWith({ permissions: ['notifications'] });
  });

  it('is not given if the browser may not even ask', async () => {
    Object.assign(browser, { permissions: { request: () => Promise.reject(new Error('policy')) } });
    expect(await askForNotifications()).toBe(false);
  });
});
