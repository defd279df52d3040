import { renderHook } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { createReadingStore } from '../../../popup/data/reading-store.ts';
import type { Reading } from '../../../popup/data/use-reading.ts';
import { useMailList } from '../../../popup/mail/use-mail-list.ts';
import type { Inbox, MessageSummary } from '../../../src/data/mail.ts';
import type { Edit } from '../../../src/edits.ts';
import type { Obstacle } from '../../../src/obstacles.ts';
import { asked, question } from '../../fakes/page/fake-background.ts';
import { mira, signedIn } from '../../fakes/page/people.ts';
import { quietEditing } from '../../fakes/page/quiet-editing.ts';
import { settle } from '../../fakes/page/settle.ts';

/** Messages by their number, the higher the newer. */
const messages = (...numbers: number[]): MessageSummary[] =>
  numbers.map((number) => ({
    id: String(number),
    subject: '',
    from: null,
    receivedAt: number,
    isRead: false,
    isFlagged: false,
    hasAttachments: false,
  }));
const inbox = (numbers: number[], next: string | null = '/second'): Inbox => ({
  messages: messages(...numbers),
  next,
  unread: null,
});
const archive = (messageId: string): Edit => ({ kind: 'archive-message', messageId });

/** A list whose first page has come; edits hide what they archive, as the reading of the panel does. */
async function show(first: Inbox | null = inbox([9, 8, 7])) {
  const store = createReadingStore(mira.id, (run) => run());
  const now = { edits: [] as Edit[], isLoading: false, obstacle: null as Obstacle | null, revision: 1 };
  const reload = vi.fn<() => void>();
  const reading = (): Reading<Inbox> => {
    const { data, readAt } = store.known('getInbox');
    const gone = new Set(now.edits.map((edit) => ('messageId' in edit ? edit.messageId : '')));
    const shown = data && { ...data, messages: data.messages.filter(({ id }) => !gone.has(id)) };
    return { data: shown, readAt, obstacle: now.obstacle, reply: null, isLoading: now.isLoading, reload };
  };
  const readFirst = async (page: Inbox) => {
    store.ask('getInbox', now.revision, 'anew');
    const open = await question('getInbox');
    await settle(() => open.answer({ kind: 'ready', data: page, readAt: 1 }));
  };
  if (first) await readFirst(first);
  const { result, rerender } = renderHook(() =>
    useMailList(reading(), {
      session: signedIn(now.revision),
      store,
      editing: { ...quietEditing, since: () => now.edits },
    }),
  );
  await settle();
  return {
    reload,
    ids: () => result.current.messages.map(({ id }) => Number(id)),
    list: () => result.current,
    more: () => settle(() => void result.current.more()),
    retry: () => settle(() => result.current.retry()),
    become: (part: Partial<typeof now>) => settle(() => rerender(void Object.assign(now, part))),
    readFirst: async (page: Inbox) => {
      await readFirst(page);
      await settle(() => rerender());
    },
  };
}

async function answer(numbers: number[], next: string | null = null): Promise<void> {
  const open = await question('getMoreMail');
  await settle(() =>
    open.answer({ kind: 'ready', data: { messages: messages(...numbers), next }, readAt: 1 }),
  );
}

async function refuse(reason: Obstacle['reason']): Promise<void> {
  const open = await question('getMoreMail');
  await settle(() => open.answer({ kind: 'obstacle', obstacle: { reason } }));
}

describe('The list of the inbox', () => {
  it('is nothing, and goes nowhere, before the first page has come', async () => {
    const { ids, list, more } = await show(null);
    await more();
    expect([ids(), list().isWhole, list().failure]).toEqual([[], false, null]);
    expect(asked('getMoreMail')).toEqual([]);
  });

  it('goes on page by page to its end, and asks for each once', async () => {
    const { ids, list, more } = await show();
    expect([ids(), list().isWhole]).toEqual([[9, 8, 7], false]);
    await more();
    await more();
    expect(asked('getMoreMail')).toEqual([[mira.id, '/second']]);
    await answer([6, 5], '/third');
    expect(ids()).toEqual([9, 8, 7, 6, 5]);
    await more();
    await answer([4]);
    expect([ids(), list().isWhole]).toEqual([[9, 8, 7, 6, 5, 4], true]);
    await more();
    expect(asked('getMoreMail')).toEqual([
      [mira.id, '/second'],
      [mira.id, '/third'],
    ]);
  });

  it('waits for a first page that is being read anew', async () => {
    const { more, become } = await show();
    await become({ isLoading: true });
    await more();
    expect(asked('getMoreMail')).toEqual([]);
    await become({ isLoading: false });
    await more();
    expect(asked('getMoreMail')).toHaveLength(1);
  });

  it('is without what was archived, also behind the first page', async () => {
    const { ids, more, become } = await show();
    await more();
    await answer([6, 5]);
    await become({ edits: [archive('8'), archive('5')] });
    expect(ids()).toEqual([9, 7, 6]);
  });

  it('has a first page read anew above what was known', async () => {
    const { ids, more, readFirst } = await show();
    await more();
    await answer([6, 5]);
    await readFirst(inbox([10, 9, 8]));
    expect(ids()).toEqual([10, 9, 8, 7, 6, 5]);
  });

  it('takes no page that was asked for before the list began again', async () => {
    const { ids, more, readFirst } = await show();
    await more();
    await readFirst(inbox([99, 98]));
    await answer([6, 5]);
    expect(ids()).toEqual([99, 98]);
  });

  it('has its first page read anew if so much of it was archived that nobody knows where it goes on', async () => {
    const { more, become, reload, list } = await show();
    await become({ edits: [archive('9')] });
    await more();
    expect(reload).toHaveBeenCalledOnce();
    expect(asked('getMoreMail')).toEqual([]);
    await become({ obstacle: { reason: 'offline' } });
    await more();
    expect(reload).toHaveBeenCalledOnce();
    expect(list().failure).toEqual({ reason: 'offline' });
  });
});

describe('A page that cannot be had', () => {
  it('is said, and asked for again only by a click', async () => {
    const { list, more, retry, ids } = await show();
    await more();
    await refuse('offline');
    expect(list().failure).toEqual({ reason: 'offline' });
    await more();
    expect(asked('getMoreMail')).toHaveLength(1);
    await retry();
    expect([list().failure, asked('getMoreMail').length]).toEqual([null, 2]);
    await answer([6]);
    expect(ids()).toEqual([9, 8, 7, 6]);
  });

  it('has the first page read anew if that is the panel’s to show', async () => {
    const { more, retry, reload } = await show();
    await more();
    await refuse('consent-revoked');
    await retry();
    expect(reload).toHaveBeenCalledOnce();
    expect(asked('getMoreMail')).toHaveLength(1);
  });

  it('is forgotten with another revision of the session', async () => {
    const { list, more, become } = await show();
    await more();
    await refuse('offline');
    await become({ revision: 2 });
    expect(list().failure).toBeNull();
    await more();
    expect(asked('getMoreMail')).toHaveLength(2);
  });
});
