import { afterEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { registerCommands } from '../../background/commands.ts';

type Listener = (name: string, tab?: { windowId?: number }) => void;

const before = { commands: browser.commands, sidebarAction: browser.sidebarAction };
afterEach(() => {
  Object.assign(browser, before);
  Reflect.deleteProperty(browser, 'sidePanel');
});

/** A browser with shortcuts, and with a panel at the side of each window. */
function withCommands(hasPanel = true) {
  const listeners: Listener[] = [];
  const opened: object[] = [];
  const open = async (where: object) => void opened.push(where);
  Object.assign(browser, {
    commands: { onCommand: { addListener: (listener: Listener) => void listeners.push(listener) } },
    ...(hasPanel ? { sidePanel: { open } } : {}),
  });
  registerCommands();
  const press = (...pressed: Parameters<Listener>) => {
    for (const listener of listeners) listener(...pressed);
  };
  return { opened, press };
}

describe('A shortcut', () => {
  it('opens the side panel of its window in the same turn, while the browser still counts it as a gesture', () => {
    const { press, opened } = withCommands();
    press('open-side-panel', { windowId: 4 });
    // In the same turn: after it, the browser would take it for our own idea.
    expect(opened).toEqual([{ windowId: 4 }]);
  });

  it('is left to the browser if the browser handles it itself', () => {
    const { press, opened } = withCommands();
    press('_execute_action', { windowId: 4 });
    press('open-side-panel');
    expect(opened).toEqual([]);
  });

  it('is logged once if it fails', async () => {
    const { press } = withCommands();
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    Object.assign(browser, { sidePanel: { open: () => Promise.reject(new Error('no gesture')) } });
    press('open-side-panel', { windowId: 4 });
    await expect.poll(() => log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  it('is not registered in a browser without shortcuts, such as one on a telephone', () => {
    Object.assign(browser, { commands: undefined });
    expect(registerCommands).not.toThrow();
  });
});
