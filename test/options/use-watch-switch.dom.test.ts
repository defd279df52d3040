import { renderHook } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useWatchSwitch } from '../../options/use-watch-switch.ts';
import type { WatchName, WatchState } from '../../src/watches.ts';
import { page } from '../fakes/page/fake-page.ts';
import { settle } from '../fakes/page/settle.ts';

const act = vi.fn();
beforeEach(() => act.mockReset());

const off: WatchState = { isOn: false, obstacle: null, lookedAt: null };
const on: WatchState = { ...off, isOn: true };

function show(watch: WatchName, first: WatchState) {
  const { result, rerender } = renderHook(
    (state: WatchState | undefined) => useWatchSwitch('id', watch, state ?? first, act),
    { initialProps: first },
  );
  return {
    shown: () => result.current,
    turn: (isOn: boolean) => settle(() => result.current.turn(isOn)),
    allow: () => settle(() => result.current.allow()),
    become: (state: WatchState) => settle(() => rerender(state)),
  };
}

/** The browser's own question, which the person answers. */
async function answerBrowser(isAllowed: boolean): Promise<void> {
  const [open] = page.browserQuestions.splice(0, 1);
  await settle(() => open?.answer(isAllowed));
}

describe('A switch that takes no permission of the browser', () => {
  it('shows at once how it was left, until the background has said how it stands', async () => {
    const { shown, turn, become } = show('unread', off);
    await turn(true);
    expect(shown()).toMatchObject({ isOn: true, isAsking: false });
    expect(act).toHaveBeenCalledExactlyOnceWith('setWatch', 'id', 'unread', true);
    expect(page.browserQuestions).toEqual([]);
    // The change failed.
    await become({ ...off });
    expect(shown().isOn).toBe(false);
  });

  it('is turned off as it is turned on', async () => {
    const { shown, turn } = show('unread', on);
    await turn(false);
    expect(shown().isOn).toBe(false);
    expect(act).toHaveBeenCalledExactlyOnceWith('setWatch', 'id', 'unread', false);
  });
});

describe('A switch that takes a permission of the browser', () => {
  it('asks for it in the click itself, and is on meanwhile, for the page may end behind the question', () => {
    const { shown } = show('meetings', off);
    shown().turn(true);
    expect(page.browserQuestions).toHaveLength(1);
    expect(act).toHaveBeenCalledExactlyOnceWith('setWatch', 'id', 'meetings', true);
  });

  it('stays on with a yes', async () => {
    const { shown, turn } = show('meetings', off);
    await turn(true);
    expect(shown()).toMatchObject({ isOn: true, isAsking: true });
    await answerBrowser(true);
    expect(shown()).toMatchObject({ isOn: true, isAsking: false, isRefused: false });
    expect(act).toHaveBeenCalledOnce();
  });

  it('is turned off again with a no, which is told until the next turn', async () => {
    const { shown, turn } = show('meetings', off);
    await turn(true);
    await answerBrowser(false);
    expect(shown()).toMatchObject({ isOn: false, isAsking: false, isRefused: true });
    expect(act.mock.lastCall).toEqual(['setWatch', 'id', 'meetings', false]);
    await turn(true);
    expect(shown().isRefused).toBe(false);
  });

  it('takes a browser that may not even ask for a no', async () => {
    const { shown, turn } = show('meetings', off);
    await turn(true);
    const [open] = page.browserQuestions;
    await settle(() => open?.fail());
    expect(shown()).toMatchObject({ isOn: false, isRefused: true });
  });

  it('is turned off without a question', async () => {
    const { turn } = show('meetings', on);
    await turn(false);
    expect(page.browserQuestions).toEqual([]);
  });

  it('asks once more for what was not allowed, and stays as it is with a yes', async () => {
    const { shown, allow } = show('meetings', { ...on, obstacle: { reason: 'notifications-off' } });
    await allow();
    expect(shown()).toMatchObject({ isOn: true, isAsking: true });
    await answerBrowser(true);
    expect(act).not.toHaveBeenCalled();
    expect(shown().isOn).toBe(true);
  });
});
