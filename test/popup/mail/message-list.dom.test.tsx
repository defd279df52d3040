import { render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageList } from '../../../popup/mail/message-list.tsx';
import type { MailList } from '../../../popup/mail/use-mail-list.ts';
import type { MessageSummary } from '../../../src/data/mail.ts';
import { say } from '../../../src/words.ts';
import { quietEditing } from '../../fakes/page/quiet-editing.ts';
import { settle } from '../../fakes/page/settle.ts';

const HEIGHT = 520;
const DAY_MS = 24 * 3_600_000;
/** Long ago, so that all of them stand under one heading, of their month. */
const MAY = new Date(2020, 4, 20, 12).getTime();

const make = vi.fn();
const open = vi.fn();
const more = vi.fn();
const retry = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ now: MAY + 1000 * DAY_MS, toFake: ['Date'] });
  for (const mock of [make, open, more, retry]) mock.mockReset();
  // Each view is so high; happy-dom lays nothing out.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(HEIGHT);
});
afterEach(() => vi.restoreAllMocks());

const messagesFrom = (first: number, count: number): MessageSummary[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `m${first + at}`,
    subject: `Subject ${first + at}`,
    from: { name: `Sender ${first + at}`, address: 'sender@example.com' },
    receivedAt: MAY - (first + at) * 1000,
    isRead: true,
    isFlagged: false,
    hasAttachments: false,
  }));

interface Given {
  messages?: MessageSummary[];
  part?: Partial<MailList>;
  focused?: string | null;
  kept?: { top: number; row: number };
}

function show({
  messages = messagesFrom(0, 100),
  part = {},
  focused = null,
  kept = { top: 0, row: 0 },
}: Given) {
  const tree = (shown: MessageSummary[]) => (
    <div class="view">
      <MessageList
        list={{ messages: shown, isWhole: false, failure: null, more, retry, ...part }}
        editing={{ ...quietEditing, make }}
        focused={focused}
        kept={{ current: kept }}
        onOpen={open}
      />
    </div>
  );
  const { rerender } = render(tree(messages));
  return { become: (next: MessageSummary[]) => settle(() => rerender(tree(next))) };
}

const rows = () => [...document.querySelectorAll('.message-place')];
const places = () => rows().map((row) => Number(row.getAttribute('aria-posinset')));
const main = (place: number) => document.querySelector<HTMLElement>(`[aria-posinset="${place}"] .row-main`);
const focusOn = (place: number) => settle(() => main(place)?.focus());
const press = (key: string, more: KeyboardEventInit = {}) =>
  settle(() => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    document.activeElement?.dispatchEvent(event);
  });
const focusedPlace = () => Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset'));

describe('The list of messages', () => {
  it('draws those in sight, and tells of a list whose length nobody knows yet', () => {
    show({});
    expect(places()).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('-1');
  });

  it('tells how many there are once all of them are known', () => {
    show({ messages: messagesFrom(0, 30), part: { isWhole: true } });
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('30');
    expect(document.querySelector('.list-end')?.textContent).toBe(say('inboxEnd'));
  });

  it('has one row that the Tab key comes to', () => {
    show({});
    const inOrder = document.querySelectorAll('.row-main[tabindex="0"]');
    expect([...inOrder]).toEqual([main(1)]);
  });

  it('asks for what follows only near its end', async () => {
    const { become } = show({});
    expect(more).not.toHaveBeenCalled();
    await become(messagesFrom(0, 24));
    expect(more).toHaveBeenCalled();
  });

  it('says why it does not go on, and tries again at a click', async () => {
    show({ part: { failure: { reason: 'offline' } } });
    expect(document.querySelector('.list-end')?.textContent).toContain(say('offlineTitle'));
    await settle(() => screen.getByText(say('tryAgain')).click());
    expect(retry).toHaveBeenCalledOnce();
  });

  it('opens a message at a click, and changes one by its own buttons without opening it', async () => {
    show({});
    await settle(() => main(3)?.click());
    expect(open).toHaveBeenCalledExactlyOnceWith('m2');
    await settle(() => document.querySelector<HTMLElement>('[aria-posinset="3"] .archive-row')?.click());
    expect(make).toHaveBeenCalledExactlyOnceWith({ kind: 'archive-message', messageId: 'm2' });
    expect(open).toHaveBeenCalledOnce();
  });
});

describe('The focus in the list', () => {
  it('goes with the arrows, by pages, and to the ends of the list, where it stays', async () => {
    show({});
    await focusOn(1);
    await press('ArrowUp');
    expect(focusedPlace()).toBe(1);
    await press('ArrowDown');
    await press('ArrowDown');
    expect(focusedPlace()).toBe(3);
    await press('PageDown');
    expect(focusedPlace()).toBe(12);
    await press('End');
    expect(focusedPlace()).toBe(100);
    await press('Home');
    expect(focusedPlace()).toBe(1);
  });

  it('leaves arrows with Control, Alt or Meta to the browser', async () => {
    show({});
    await focusOn(1);
    for (const modifier of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
      await press('ArrowDown', modifier);
    }
    expect(focusedPlace()).toBe(1);
  });

  it('begins at the message that has just been closed', () => {
    show({ focused: 'm5' });
    expect(focusedPlace()).toBe(6);
  });

  it('stays with its message when others come above it', async () => {
    const { become } = show({ messages: messagesFrom(2, 50) });
    await focusOn(3);
    await become(messagesFrom(0, 52));
    expect(document.activeElement?.closest('[data-id]')?.getAttribute('data-id')).toBe('m4');
  });

  it('goes on to the next message when its own is archived', async () => {
    const { become } = show({});
    await focusOn(3);
    const rest = messagesFrom(0, 100).filter(({ id }) => id !== 'm2');
    await become(rest);
    expect(document.activeElement?.closest('[data-id]')?.getAttribute('data-id')).toBe('m3');
  });

  it('goes on to the last message where the last one is archived', async () => {
    const { become } = show({ messages: messagesFrom(0, 5) });
    await focusOn(5);
    await become(messagesFrom(0, 4));
    expect(focusedPlace()).toBe(4);
  });

  it('is not taken by the list when a message goes while the focus is elsewhere', async () => {
    const { become } = show({ messages: messagesFrom(0, 5) });
    await become(messagesFrom(1, 4));
    expect(document.activeElement).toBe(document.body);
  });

  it('is not lost with a row that is scrolled out of sight', async () => {
    show({});
    await focusOn(1);
    const view = document.querySelector('.view');
    const list = document.querySelector('.message-rows');
    if (!view || !list) throw new Error('The list is missing.');
    list.getBoundingClientRect = () => new DOMRect(0, -view.scrollTop, 0, 0);
    view.scrollTop = 2600;
    view.dispatchEvent(new Event('scroll'));
    await vi.waitFor(() => expect(places()).toContain(50), { timeout: 20_000 });
    expect(places()[0]).toBe(1);
    expect(places()).not.toContain(20);
    expect(focusedPlace()).toBe(1);
  });
});

describe('A list that is shown again', () => {
  it('is scrolled to where it was, with the same row active', () => {
    show({ kept: { top: 300, row: 4 } });
    expect(document.querySelector('.view')?.scrollTop).toBe(300);
    expect(main(5)?.tabIndex).toBe(0);
  });
});
