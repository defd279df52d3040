import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stayFresh } from '../../../src/ui/stay-fresh.ts';
import { resetFakeBrowser } from '../../fakes/fake-browser.ts';
import { surroundings } from '../../fakes/fake-surroundings.ts';

const PERIOD = 15 * 60_000;

/** A page that can be seen or not. */
class FakeDocument extends EventTarget {
  visibilityState: 'visible' | 'hidden' = 'visible';

  become(state: 'visible' | 'hidden'): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

let page: FakeDocument;
let read: ReturnType<typeof vi.fn<() => void>>;
let end: () => void;

beforeEach(() => {
  resetFakeBrowser();
  vi.useFakeTimers();
  page = new FakeDocument();
  vi.stubGlobal('document', page);
  read = vi.fn<() => void>();
  end = stayFresh(read);
});
afterEach(() => {
  end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('reads again every quarter of an hour while the person is active', async () => {
  await vi.advanceTimersByTimeAsync(PERIOD - 1);
  expect(read).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1 + 2 * PERIOD);
  expect(read).toHaveBeenCalledTimes(3);
});

it.each(['idle', 'locked'] as const)('reads nothing while the computer is %s', async (state) => {
  surroundings.idle = state;
  await vi.advanceTimersByTimeAsync(10 * PERIOD);
  expect(read).not.toHaveBeenCalled();
  surroundings.idle = 'active';
  await vi.advanceTimersByTimeAsync(PERIOD);
  expect(read).toHaveBeenCalledOnce();
});

it('reads nothing while the page is hidden, and at once when it is shown again', async () => {
  page.become('hidden');
  await vi.advanceTimersByTimeAsync(10 * PERIOD);
  expect(read).not.toHaveBeenCalled();
  page.become('visible');
  expect(read).toHaveBeenCalledOnce();
});

it('ends with its component', async () => {
  end();
  page.become('visible');
  await vi.advanceTimersByTimeAsync(10 * PERIOD);
  expect(read).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
