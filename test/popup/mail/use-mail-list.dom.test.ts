import { renderHook } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { createReadingStore } from '../../../popup/data/reading-store.ts';
import { useReading } from '../../../popup/data/use-reading.ts';
import { useMailList } from '../../../popup/mail/use-mail-list.ts';
import type { Inbox, MailPage, MessageSummary } from '../../../src/data/mail.ts';
import type { Edit } from '../../../src/edits.ts';
import { asked, question } from '../../fakes/page/fake-background.ts';
import { mira, signedIn } from '../../fakes/page/people.ts';
import { quietEditing } from '../../fakes/page/quiet-editing.ts';
import { settle } from '../../fakes/page/settle.ts';

const message = (at: number): MessageSummary => ({
  ...{ id: `m${at}`, subject: '', from: null, receivedAt: 1_000_000 - at },
  ...{ isRead: true, isFlagged: false, hasAttachments: false },
});
const messages = (first: number, count: number) =>
  Array.from({ length: count }, (_, at) => message(first + at));

/** The inbox of a panel, read with its first page. */
function open() {
  const store = createReadingStore(mira.id, (run) => run());
  const { result, unmount } = renderHook(() => {
    const [revision, setRevision] = useState(1);
    const [edits, setEdits] = useState<Edit[]>([]);
    const session = signedIn(revision);
    const editing = { ...quietEditing, since: () => edits };
    const inbox = useReading('getInbox', { session, store, editing });
    const list = useMailList(inbox, { session, store, editing });
    return { inbox, list, setRevision, setEdits };
  });
  const ids = () => result.current.list.messages.map(({ id }) => id);
  return {
    list: () => result.current.list,
    ids,
    more: () => settle(() => result.current.list.more()),
    reload: () => settle(() => result.current.inbox.reload()),
    archive: (id: string) =>
      settle(() => result.current.setEdits([{ kind: 'archive-message', messageId: id }])),
    come: () => settle(() => result.current.setRevision(2)),
    unmount: () => settle(unmount),
  };
}

async function first(data: Inbox): Promise<void> {
  const asked = await question('getInbox');
  await settle(() => asked.answer({ kind: 'ready', data, readAt: 1 }));
}

async function page(data: MailPage): Promise<void> {
  const asked = await question('getMoreMail');
  await settle(() => asked.answer({ kind: 'ready', data, readAt: 1 }));
}

const FIRST: Inbox = { messages: messages(0, 3), next: 'two', unread: 0 };

describe('The inbox further down', () => {
  it('is asked for by where the first page ends, once at a time, and comes behind it', async () => {
    const { list, ids, more } = open();
    await first(FIRST);
    await more();
    await more();
    expect(asked('getMoreMail')).toEqual([[mira.id, 'two']]);
    await page({ messages: messages(3, 2), next: null });
    expect(ids()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
    expect(list().isWhole).toBe(true);
    await more();
    expect(asked('getMoreMail')).toHaveLength(1);
  });

  it('is asked for nothing before the first page is there', async () => {
    const { more, list } = open();
    await more();
    expect(asked('getMoreMail')).toEqual([]);
    expect(list()).toMatchObject({ isWhole: false, messages: [] });
  });

  it('says why it does not go on, and asks again only at a click', async () => {
    const { list, ids, more } = open();
    await first(FIRST);
    await more();
    const failed = await question('getMoreMail');
    await settle(() => failed.answer({ kind: 'obstacle', obstacle: { reason: 'offline' } }));
    expect(list().failure).toEqual({ reason: 'offline' });
    await more();
    expect(asked('getMoreMail')).toHaveLength(1);
    await settle(() => list().retry());
    await page({ messages: messages(3, 1), next: null });
    expect(list().failure).toBeNull();
    expect(ids()).toHaveLength(4);
  });

  it('has the first page read again if the obstacle is one for the panel to show', async () => {
    const { list, more } = open();
    await first(FIRST);
    await more();
    const failed = await question('getMoreMail');
    await settle(() => failed.answer({ kind: 'obstacle', obstacle: { reason: 'consent-revoked' } }));
    await settle(() => list().retry());
    expect(asked('getInbox')).toHaveLength(2);
    expect(asked('getMoreMail')).toHaveLength(1);
  });

  it('forgets why it did not go on when the session changes', async () => {
    const { list, more, come } = open();
    await first(FIRST);
    await more();
    const failed = await question('getMoreMail');
    await settle(() => failed.answer({ kind: 'obstacle', obstacle: { reason: 'offline' } }));
    await come();
    expect(list().failure).toBeNull();
  });

  it('is kept when the first page is read again with new messages', async () => {
    const { ids, more, reload } = open();
    await first(FIRST);
    await more();
    await page({ messages: messages(3, 2), next: 'three' });
    await reload();
    await first({
      messages: [{ ...message(0), id: 'new', receivedAt: 2_000_000 }, ...messages(0, 2)],
      next: 'two',
      unread: 1,
    });
    expect(ids()).toEqual(['new', 'm0', 'm1', 'm2', 'm3', 'm4']);
  });

  it('drops a page that comes after the list has begun again', async () => {
    const { ids, more, reload } = open();
    await first(FIRST);
    await more();
    const late = await question('getMoreMail');
    await reload();
    await first({ messages: messages(100, 2), next: 'other', unread: 0 });
    await settle(() =>
      late.answer({ kind: 'ready', data: { messages: messages(3, 2), next: null }, readAt: 1 }),
    );
    expect(ids()).toEqual(['m100', 'm101']);
    // And goes on from where the new list ends.
    await more();
    expect(asked('getMoreMail')).toEqual([
      [mira.id, 'two'],
      [mira.id, 'other'],
    ]);
  });

  it('is without what was archived, in the first page and behind it', async () => {
    const { ids, more, archive } = open();
    await first(FIRST);
    await more();
    await page({ messages: messages(3, 2), next: null });
    await archive('m4');
    expect(ids()).toEqual(['m0', 'm1', 'm2', 'm3']);
    await archive('m1');
    expect(ids()).toEqual(['m0', 'm2', 'm3', 'm4']);
  });

  it('ignores a page that comes after the panel is unmounted', async () => {
    const { ids, more, unmount } = open();
    await first(FIRST);
    await more();
    const late = await question('getMoreMail');
    await unmount();
    await settle(() =>
      late.answer({ kind: 'ready', data: { messages: messages(3, 2), next: null }, readAt: 1 }),
    );
    expect(ids()).toHaveLength(3);
  });
});
