import { renderHook } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { START } from '../../popup/use-place.ts';
import { useReturn } from '../../popup/use-return.ts';
import type { Session } from '../../src/contract.ts';
import { signedIn, signedOut, signingIn } from '../fakes/page/people.ts';
import { settle } from '../fakes/page/settle.ts';

/** How long a page is there after Microsoft's window before it counts as staying. */
const STAYS_MS = 1000;
const TAB = '<button id="tab" role="tab" aria-selected="true">Mail</button>';
const CARD = '<section class="obstacle"><h2 id="words">Cancelled</h2></section>';

const comeBack = vi.fn();
const go = vi.fn();
const act = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  for (const mock of [comeBack, go, act]) mock.mockReset();
});

/** A page at a place that was left for Microsoft's window or not, above what is drawn on it. */
function open(session: Session | null, isAway: boolean, drawn: string) {
  const main = document.createElement('main');
  main.innerHTML = drawn;
  document.body.append(main);
  const { result, rerender } = renderHook(
    (given: { session: Session | null; isAway: boolean } | undefined) =>
      useReturn(given?.session ?? null, {
        place: { ...START, isAway: given?.isAway ?? false },
        go,
        comeBack,
        act,
      }),
    { initialProps: { session, isAway } },
  );
  return {
    click: (...question: Parameters<typeof act>) => result.current(...(question as ['dismiss'])),
    becomes: (next: Session | null, stillAway = isAway) =>
      settle(() => rerender({ session: next, isAway: stillAway })),
    draw: (html: string) => settle(() => main.insertAdjacentHTML('beforeend', html)),
  };
}

const focus = () => document.activeElement?.id || document.activeElement?.tagName;

describe('A popup that opens after Microsoft’s window', () => {
  it('has the focus on the tab of the panel where all went well, and is back', async () => {
    open(signedIn(1), true, TAB);
    await settle();
    expect(focus()).toBe('tab');
    expect(comeBack).toHaveBeenCalledOnce();
  });

  it('has the focus on the words that tell how it ended', async () => {
    open(signedIn(1), true, TAB + CARD);
    await settle();
    expect(focus()).toBe('words');
  });

  it('has the focus go on to words that come a moment later', async () => {
    const { draw } = open(signedIn(1), true, TAB);
    await settle();
    expect(focus()).toBe('tab');
    await draw(CARD);
    expect(focus()).toBe('words');
  });

  it('has the focus on the page itself where there is neither a tab nor anything to tell', async () => {
    open(signedOut(1), true, '<p>Welcome</p>');
    await settle();
    expect(focus()).toBe('MAIN');
  });

  it('waits until it is known how the window has ended', async () => {
    const { becomes } = open(null, true, TAB);
    await becomes(signingIn(1));
    expect(focus()).toBe('BODY');
    expect(comeBack).not.toHaveBeenCalled();
    await becomes(signedIn(2));
    expect(focus()).toBe('tab');
  });

  it('does it once, whatever the session does later', async () => {
    const { becomes } = open(signedIn(1), true, TAB);
    await becomes(signedIn(2), false);
    document.getElementById('tab')?.blur();
    await becomes(signedOut(3), false);
    expect(focus()).toBe('BODY');
    expect(comeBack).toHaveBeenCalledOnce();
  });
});

describe('A popup that opens otherwise', () => {
  it('leaves the focus where it is', async () => {
    open(signedIn(1), false, TAB + CARD);
    await settle();
    expect(focus()).toBe('BODY');
    expect(comeBack).not.toHaveBeenCalled();
  });
});

describe('A page from which Microsoft’s window was opened', () => {
  it('notes that it was left, and then asks for the window', async () => {
    const { click } = open(signedOut(1), false, TAB);
    click('signIn', { kind: 'new' });
    expect(go).toHaveBeenCalledExactlyOnceWith({ isAway: true });
    expect(act).toHaveBeenCalledExactlyOnceWith('signIn', { kind: 'new' });
    expect(go.mock.invocationCallOrder[0]).toBeLessThan(act.mock.invocationCallOrder[0] ?? 0);
  });

  it('passes on any other click as it is', () => {
    const { click } = open(signedIn(1), false, TAB);
    click('switchAccount', 'id');
    expect(go).not.toHaveBeenCalled();
    expect(act).toHaveBeenCalledExactlyOnceWith('switchAccount', 'id');
  });

  it('gets the focus back at once, and is back once it has stayed', async () => {
    const { click, becomes } = open(signedOut(1), false, TAB);
    click('signIn', { kind: 'new' });
    await becomes(signingIn(2), true);
    await becomes(signedIn(3), true);
    expect(focus()).toBe('tab');
    // Chromium may close it in this moment: then the next popup is the one to come back to.
    vi.advanceTimersByTime(STAYS_MS - 1);
    expect(comeBack).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(comeBack).toHaveBeenCalledOnce();
  });

  it('returns as soon as the session changes again, such as by a sign-out', async () => {
    const { click, becomes } = open(signedOut(1), false, TAB);
    click('signIn', { kind: 'new' });
    await becomes(signingIn(2), true);
    await becomes(signedIn(3), true);
    document.getElementById('tab')?.blur();
    await becomes(signedOut(4), true);
    expect(comeBack).toHaveBeenCalledOnce();
    expect(focus()).toBe('BODY');
    vi.advanceTimersByTime(STAYS_MS);
    expect(comeBack).toHaveBeenCalledOnce();
  });

  it('is not back when the window is opened once more within that time', async () => {
    const { click, becomes } = open(signedOut(1), false, TAB);
    click('signIn', { kind: 'new' });
    await becomes(signingIn(2), true);
    await becomes(signedOut(3), true);
    click('signIn', { kind: 'new' });
    vi.advanceTimersByTime(STAYS_MS);
    expect(comeBack).not.toHaveBeenCalled();
    await becomes(signingIn(4), true);
    await becomes(signedIn(5), true);
    vi.advanceTimersByTime(STAYS_MS);
    expect(comeBack).toHaveBeenCalledOnce();
  });
});
