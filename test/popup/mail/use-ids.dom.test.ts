import { renderHook } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { useBusyDays } from '../../../popup/calendar/use-busy-days.ts';
import { useIds } from '../../../popup/mail/use-ids.ts';
import { useNow } from '../../../popup/use-now.ts';
import type { MessageSummary } from '../../../src/data/mail.ts';
import { settle } from '../../fakes/page/settle.ts';
import { event } from '../today/event.ts';

const messages = (ids: string): MessageSummary[] =>
  [...ids].map((id) => ({
    id,
    subject: '',
    from: null,
    receivedAt: 0,
    isRead: false,
    isFlagged: false,
    hasAttachments: false,
  }));

describe('The ids of the messages', () => {
  const show = (first: string) => {
    const { result, rerender } = renderHook((shown: MessageSummary[] | undefined) => useIds(shown ?? []), {
      initialProps: messages(first),
    });
    return {
      ids: () => result.current.ids,
      isClosing: () => result.current.isClosing,
      change: (ids: string) => settle(() => rerender(messages(ids))),
    };
  };

  it('are the very same list as long as they are the same in the same order', async () => {
    const { ids, change } = show('abc');
    const first = ids();
    expect(first).toEqual(['a', 'b', 'c']);
    await change('abc');
    expect(ids()).toBe(first);
    await change('acb');
    expect(ids()).toEqual(['a', 'c', 'b']);
    await change('acbd');
    expect(ids()).toEqual(['a', 'c', 'b', 'd']);
  });

  it.each([
    ['abc', 'ac', true],
    ['abc', '', true],
    ['abc', 'ad', false],
    ['abc', 'acb', false],
    ['abc', 'abcd', false],
    ['', 'a', false],
  ])('close up after %s becomes "%s": %s', async (before, after, isSo) => {
    const { isClosing, change } = show(before);
    await change(after);
    expect(isClosing()).toBe(isSo);
  });
});

describe('The days with something in them', () => {
  const day = (start: number, isBusy: boolean) => ({
    start,
    end: start + 1,
    events: isBusy ? [event('e', '09:00', '10:00')] : [],
  });

  it('are known of all that have been shown, until nothing may be known any more', async () => {
    const { result, rerender } = renderHook(
      (shown: { days: ReturnType<typeof day>[]; isGone: boolean } | undefined) =>
        useBusyDays(shown?.days ?? [], shown?.isGone ?? false),
      { initialProps: { days: [day(1, true), day(2, false), day(3, true)], isGone: false } },
    );
    const busy = () => [...result.current].sort();
    expect(busy()).toEqual([1, 3]);
    await settle(() => rerender({ days: [day(3, false), day(4, true)], isGone: false }));
    expect(busy()).toEqual([1, 4]);
    await settle(() => rerender({ days: [], isGone: true }));
    expect(busy()).toEqual([]);
  });
});

describe('The time', () => {
  it('goes on with each minute of the clock, while the popup is open', async () => {
    vi.useFakeTimers({ now: 90_000, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    const { result, unmount } = renderHook(() => useNow());
    expect(result.current).toBe(90_000);
    await settle();
    await settle(() => void vi.advanceTimersByTime(29_999));
    expect(result.current).toBe(90_000);
    await settle(() => void vi.advanceTimersByTime(1));
    expect(result.current).toBe(120_000);
    await settle(() => void vi.advanceTimersByTime(60_000));
    expect(result.current).toBe(180_000);
    await settle(unmount);
    expect(vi.getTimerCount()).toBe(0);
  });
});
