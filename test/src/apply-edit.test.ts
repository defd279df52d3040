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

describe('A change of a message', () => {
  it.each<[string, Edit, number | null]>([
    ['read', mark('a', true), 6],
    ['read once more', mark('b', true), 7],
    ['unread', mark('b', false), 8],
    ['read that is not in sight', mark('z', true), 7],
    ['archived and was not read', { kind: 'archive-message', messageId: 'a' }, 6],
    ['archived and was read', { kind: 'archive-message', messageId: 'b' }, 7],
    ['flagged', { kind: 'flag-message', messageId: 'a', isFlagged: true }, 7],
  ])('counts one that is %s', (_, edit, unread) => {
    expect(applyEdit('getInbox', inbox, edit).unread).toBe(unread);
  });

  it('leaves a count alone that is not known, and never goes below nothing', () => {
    expect(applyEdit('getInbox', { ...inbox, unread: null }, mark('a', true)).unread).toBeNull();
    expect(applyEdit('getInbox', { ...inbox, unread: 0 }, mark('a', true)).unread).toBe(0);
  });

  it('gives back the very same where it touches nothing', () => {
    expect(applyEdit('getInbox', inbox, mark('z', true))).toBe(inbox);
    expect(applyEdit('getInbox', inbox, { kind: 'set-presence', choice: 'Busy' })).toBe(inbox);
  });
});

describe('Another change', () => {
  it('shows in what it is about', () => {
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
