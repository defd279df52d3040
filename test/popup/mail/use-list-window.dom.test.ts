import { renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ListLayout } from '../../../popup/mail/list-layout.ts';
import { useListWindow } from '../../../popup/mail/use-list-window.ts';
import { fakeScroller } from '../../fakes/page/fake-scroller.ts';
import { settle } from '../../fakes/page/settle.ts';

const ROW = 50;
const HEIGHT = 400;

let scroller: ReturnType<typeof fakeScroller>;

beforeEach(() => {
  scroller = fakeScroller(HEIGHT);
});
afterEach(() => scroller.end());

const idsOf = (from: number, count: number) => Array.from({ length: count }, (_, at) => `m${from + at}`);

/** A list without headings, so that a row's place is its number times its height. */
function show(first: readonly string[]) {
  const layoutOf = (ids: readonly string[]): ListLayout => ({
    count: ids.length,
    groups: [],
    row: ROW,
    heading: 0,
  });
  const list = { current: scroller.list };
  const { result, rerender, unmount } = renderHook(
    (ids: readonly string[] | undefined) => useListWindow(list, ids ?? [], layoutOf(ids ?? [])),
    { initialProps: first },
  );
  return {
    range: () => result.current.range,
    reveal: (index: number) => settle(() => result.current.reveal(index)),
    rowsPerPage: () => result.current.rowsPerPage(),
    become: (ids: readonly string[]) => settle(() => rerender(ids)),
    unmount,
  };
}

/** Scrolls, and waits for what is drawn before the next frame. */
async function scrollTo(top: number): Promise<void> {
  scroller.scrollTo(top);
  await scroller.frame();
}

describe('The rows that are drawn', () => {
  it('are those in sight at the top, with some below', () => {
    const { range } = show(idsOf(0, 200));
    // Nine of them are seen, eight more drawn, in steps of four.
    expect(range()).toEqual({ from: 0, to: 20 });
  });

  it('follow the scrolling, once a frame', async () => {
    const { range } = show(idsOf(0, 200));
    scroller.scrollTo(1000);
    scroller.scrollTo(3000);
    scroller.scrollTo(5000);
    expect(range().from).toBe(0);
    await scroller.frame();
    expect(range()).toEqual({ from: 92, to: 120 });
    expect(scroller.framesAsked()).toBe(1);
  });

  it('are more once the list is higher', async () => {
    const { range } = show(idsOf(0, 200));
    scroller.resize(1000);
    await scroller.frame();
    expect(range()).toEqual({ from: 0, to: 32 });
  });

  it('end with the list', async () => {
    const { range } = show(idsOf(0, 30));
    await scrollTo(30 * ROW - HEIGHT);
    expect(range().to).toBe(30);
  });

  it('are not measured after the list is unmounted, even if a frame was pending', async () => {
    const { range, unmount } = show(idsOf(0, 200));
    scroller.scrollTo(5000);
    expect(scroller.framesWaiting()).toBe(1);
    await settle(unmount);
    expect(scroller.framesWaiting()).toBe(0);
    expect(range().from).toBe(0);
    expect(scroller.isWatched()).toBe(false);
  });
});

describe('The part of the list in view', () => {
  it('does not move when rows come above it', async () => {
    const { become, range } = show(idsOf(10, 100));
    await scrollTo(20 * ROW + 30);
    await become(idsOf(7, 103));
    expect(scroller.top()).toBe(23 * ROW + 30);
    expect(range().from).toBeLessThanOrEqual(23);
  });

  it('does not move when rows above it are taken away', async () => {
    const { become } = show(idsOf(0, 100));
    await scrollTo(20 * ROW + 30);
    await become(idsOf(5, 95));
    expect(scroller.top()).toBe(15 * ROW + 30);
  });

  it('does not move when rows come or go below it', async () => {
    const { become } = show(idsOf(0, 100));
    await scrollTo(20 * ROW + 30);
    await become([...idsOf(0, 40), ...idsOf(60, 80)]);
    expect(scroller.top()).toBe(20 * ROW + 30);
  });

  it('is the row behind it when the row itself is taken away', async () => {
    const { become } = show(idsOf(0, 100));
    await scrollTo(20 * ROW);
    await become(['new', ...idsOf(0, 20), ...idsOf(21, 79)]);
    // What was the 22nd row stands where the 21st stood.
    expect(scroller.top()).toBe(21 * ROW);
  });

  it('is where it was when the whole list is another', async () => {
    const { become } = show(idsOf(0, 100));
    await scrollTo(20 * ROW);
    await become(idsOf(500, 100));
    expect(scroller.top()).toBe(20 * ROW);
  });

  it('is what is new when it is at the top', async () => {
    const { become } = show(idsOf(10, 100));
    await become(idsOf(7, 103));
    expect(scroller.top()).toBe(0);
  });

  it('shows new messages after scrolling down and back to the top', async () => {
    const { become } = show(idsOf(10, 100));
    await scrollTo(2000);
    await scrollTo(0);
    await become(idsOf(7, 103));
    expect(scroller.top()).toBe(0);
  });
});

describe('A row that is to be seen', () => {
  it('is scrolled to from above, so far that it is seen whole', async () => {
    const { reveal, range } = show(idsOf(0, 200));
    await reveal(40);
    expect(scroller.top()).toBe(41 * ROW - HEIGHT);
    expect(range().from).toBeGreaterThan(0);
  });

  it('is scrolled to from below', async () => {
    const { reveal } = show(idsOf(0, 200));
    await scrollTo(5000);
    await reveal(40);
    expect(scroller.top()).toBe(40 * ROW);
  });

  it('does not move anything where it is seen already', async () => {
    const { reveal } = show(idsOf(0, 200));
    await scrollTo(1000);
    await reveal(22);
    expect(scroller.top()).toBe(1000);
  });

  it('brings what stands above the list with it where it is the first', async () => {
    scroller.putAbove(120);
    const { reveal } = show(idsOf(0, 200));
    await scrollTo(1000);
    await reveal(0);
    expect(scroller.top()).toBe(0);
  });
});

describe('A page', () => {
  it('is a row less than what is seen, so that one row stays', () => {
    expect(show(idsOf(0, 200)).rowsPerPage()).toBe(7);
  });

  it('is one row at least', () => {
    scroller.resize(60);
    expect(show(idsOf(0, 200)).rowsPerPage()).toBe(1);
  });
});

it('watches the size of what scrolls', () => {
  const seen = vi.spyOn(ResizeObserver.prototype, 'observe');
  show(idsOf(0, 3));
  expect(seen).toHaveBeenCalledExactlyOnceWith(scroller.view);
});
