import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../src/apply-edit.ts';
import type { MessageSummary } from '../../src/data/mail.ts';
import type { Edit } from '../../src/edits.ts';

const message = (id: string, isRead = false): MessageSummary => ({
  id,
  subject: id,
  from: null,
  receivedAt: 0,
  isRead,
  isFlagged: false,
  hasAttachments: false,
});
const inbox = { messages: [message('a'), message('b', true)], next: null, unread: 7 };
const mark = (messageId: string, isRead: boolean): Edit => ({ kind: 'mark-message', messageId, isRead });

describe('An edit of a message', () => {
  it.each<[string, Edit, number | null]>([
    ['read', mark('a', true), 6],
    ['read once more', mark('b', true), 7],
    ['unread', mark('b', false), 8],
    ['read that is not in sight', mark('z', true), 7],
    ['archived and was not read', { kind: 'archive-message', messageId: 'a' }, 6],
    ['archived and was read', { kind: 'archive-message', messageId: 'b' }, 7],
    ['flagged', { kind: 'flag-message', messageId: 'a', isFlagged: true }, 7],
  ])('changes the unread count for one that is %s', (_, edit, unread) => {
    expect(applyEdit('getInbox', inbox, edit).unread).toBe(unread);
  });

  it('leaves an unknown count alone, and never counts below zero', () => {
    expect(applyEdit('getInbox', { ...inbox, unread: null }, mark('a', true)).unread).toBeNull();
    expect(applyEdit('getInbox', { ...inbox, unread: 0 }, mark('a', true)).unread).toBe(0);
  });

  it('returns the same object if it changes nothing', () => {
    expect(applyEdit('getInbox', inbox, mark('z', true))).toBe(inbox);
    expect(applyEdit('getInbox', inbox, { kind: 'set-presence', choice: 'Busy' })).toBe(inbox);
  });
});

describe('An edit of an event or a task', () => {
  it('shows in the data that it changes', () => {
    expect(
      applyEdit('getPresence', { availability: 'Away' }, { kind: 'set-presence', choice: 'Busy' }),
    ).toEqual({ availability: 'Busy' });
    const reset: Edit = { kind: 'set-presence', choice: null };
    expect(applyEdit('getPresence', { availability: 'Away' }, reset)).toEqual({ availability: 'Away' });
    const task = {
      id: 't',
      listId: 'l',
      title: '',
      due: null,
      isDone: false,
      isImportant: false,
      link: null,
    };
    const tasks = { lists: [], tasks: [task, { ...task, id: 'other' }] };
    const edit: Edit = { kind: 'finish-task', listId: 'l', taskId: 't', isDone: true };
    expect(applyEdit('getTasks', tasks, edit).tasks.map(({ isDone }) => isDone)).toEqual([true, false]);
  });
});
