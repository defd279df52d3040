import { afterEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { hasSidePanel, openSidePanel } from '../../src/side-panel.ts';

/** Gives the browser such a part, as Chromium (`sidePanel`) or Firefox (`sidebarAction`) has it. */
function give(name: 'sidePanel' | 'sidebarAction', part: unknown): void {
  Object.assign(browser, { [name]: part });
}

afterEach(() => {
  Reflect.deleteProperty(browser, 'sidePanel');
  Reflect.deleteProperty(browser, 'sidebarAction');
});

describe('A panel at the side', () => {
  it.each([
    ['a browser on a telephone', {}, false],
    ['Chromium', { sidePanel: { open: () => undefined } }, true],
    ['Firefox', { sidebarAction: { open: () => undefined } }, true],
    ['a Chromium whose panel cannot be opened', { sidePanel: {} }, false],
    ['a Firefox whose sidebar cannot be opened', { sidebarAction: {} }, false],
    ['a browser with something else of that name', { sidePanel: 'open' }, false],
    ['a browser with nothing of that name', { sidePanel: null }, false],
  ])('exists only if the browser has one: for %s, %o gives %s', (_what, parts, isThere) => {
    Object.assign(browser, parts);
    expect(hasSidePanel()).toBe(isThere);
  });

  it('opens in the window that Chromium is told', async () => {
    const open = vi.fn(async () => undefined);
    give('sidePanel', { open });
    await openSidePanel(7);
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 7 });
  });

  it('opens in the window that Firefox knows by the click', async () => {
    const open = vi.fn(async () => undefined);
    give('sidebarAction', { open });
    await openSidePanel(7);
    expect(open).toHaveBeenCalledExactlyOnceWith();
  });
});
