import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { closePopup, currentWindowId, openPermissions, openShortcutSettings } from '../../src/pages.ts';
import { EXTENSION_URL, resetFakeBrowser } from '../fakes/fake-browser.ts';
import { surroundings } from '../fakes/fake-surroundings.ts';

const { runtime, windows } = browser;
let page: { close: ReturnType<typeof vi.fn<() => void>> };
/** The pages of the extension that are popups now. */
let popups: unknown[];
let optionsPages: number;

beforeEach(() => {
  resetFakeBrowser();
  page = { close: vi.fn<() => void>() };
  popups = [page];
  optionsPages = 0;
  vi.stubGlobal('window', page);
  const openOptionsPage = async () => {
    optionsPages += 1;
  };
  Object.assign(browser, {
    extension: { getViews: ({ type }: { type: string }) => (type === 'popup' ? popups : []) },
    runtime: { ...runtime, openOptionsPage },
    commands: {},
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  Object.assign(browser, { runtime, windows });
  for (const name of ['extension', 'commands']) Reflect.deleteProperty(browser, name);
});

describe('The Permissions page', () => {
  it('is opened as the browser does, and the popup is closed', async () => {
    await openPermissions();
    expect([optionsPages, surroundings.tabsOpened]).toEqual([1, []]);
    expect(page.close).toHaveBeenCalledOnce();
  });

  it('is opened at a part of it in a tab, and the popup is closed', async () => {
    await openPermissions('glance');
    expect([optionsPages, surroundings.tabsOpened]).toEqual([
      0,
      [`${EXTENSION_URL}options/index.html#glance`],
    ]);
    expect(page.close).toHaveBeenCalledOnce();
  });
});

describe('The place where shortcuts are changed', () => {
  it('is an address in Chromium', async () => {
    await openShortcutSettings();
    expect(surroundings.tabsOpened).toEqual(['chrome://extensions/shortcuts']);
    expect(page.close).toHaveBeenCalledOnce();
  });

  it('is opened by Firefox itself', async () => {
    const open = vi.fn(async () => undefined);
    Object.assign(browser, { commands: { openShortcutSettings: open } });
    await openShortcutSettings();
    expect(open).toHaveBeenCalledOnce();
    expect(surroundings.tabsOpened).toEqual([]);
    expect(page.close).toHaveBeenCalledOnce();
  });
});

describe('This page', () => {
  it('stays open if it is a tab or a panel', () => {
    popups = [];
    closePopup();
    expect(page.close).not.toHaveBeenCalled();
  });

  it('knows the window that it is in, and none in a browser without windows', async () => {
    Object.assign(browser, { windows: { getCurrent: async () => ({ id: 7 }) } });
    expect(await currentWindowId()).toBe(7);
    Object.assign(browser, { windows: { getCurrent: async () => ({}) } });
    expect(await currentWindowId()).toBeNull();
    Object.assign(browser, { windows: undefined });
    expect(await currentWindowId()).toBeNull();
  });
});
