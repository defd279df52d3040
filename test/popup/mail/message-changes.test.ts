import { describe, expect, it } from 'vitest';
import { doneWords } from '../../../popup/data/edit-words.ts';
import { archiveOf, flagOf, markOf } from '../../../popup/mail/message-changes.ts';
import type { MessageSummary } from '../../../src/data/mail.ts';
import type { Edit } from '../../../src/edits.ts';

const message = (part: Partial<MessageSummary>): MessageSummary => ({
  id: 'm',
  subject: 'Ferns',
  from: null,
  receivedAt: 0,
  isRead: false,
  isFlagged: false,
  hasAttachments: false,
  ...part,
});

describe('The button of a message', () => {
  it('marks it as what it is not', () => {
    expect(markOf(message({ isRead: false }))).toEqual({
      name: 'mark',
      icon: 'mail-read',
      label: 'markAsRead',
      edit: { kind: 'mark-message', messageId: 'm', isRead: true },
    });
    expect(markOf(message({ isRead: true }))).toEqual({
      name: 'mark',
      icon: 'mail-unread',
      label: 'markAsUnread',
      edit: { kind: 'mark-message', messageId: 'm', isRead: false },
    });
  });

  it('puts a flag on it, or takes it off', () => {
    expect(flagOf(message({ isFlagged: false }))).toEqual({
      name: 'flag',
      icon: 'flag-outline',
      label: 'flag',
      edit: { kind: 'flag-message', messageId: 'm', isFlagged: true },
    });
    expect(flagOf(message({ isFlagged: true }))).toEqual({
      name: 'flag',
      icon: 'flag',
      label: 'unflag',
      edit: { kind: 'flag-message', messageId: 'm', isFlagged: false },
    });
  });

  it('takes it out of the inbox', () => {
    expect(archiveOf(message({}))).toEqual({
      name: 'archive',
      icon: 'archive',
      label: 'archive',
      edit: { kind: 'archive-message', messageId: 'm' },
    });
  });
});

describe('A screen reader', () => {
  const task = { title: 'Prune', due: null };

  it.each<[string, Edit]>([
    ['focusRead', { kind: 'mark-message', messageId: 'm', isRead: true }],
    ['focusUnread', { kind: 'mark-message', messageId: 'm', isRead: false }],
    ['focusFlagged', { kind: 'flag-message', messageId: 'm', isFlagged: true }],
    ['focusUnflagged', { kind: 'flag-message', messageId: 'm', isFlagged: false }],
    ['focusArchived', { kind: 'archive-message', messageId: 'm' }],
    ['focusAnswered', { kind: 'answer-event', eventId: 'e', answer: 'accepted' }],
    ['focusDone', { kind: 'finish-task', listId: 'l', taskId: 't', isDone: true }],
    ['focusOpen', { kind: 'finish-task', listId: 'l', taskId: 't', isDone: false }],
    ['taskAdded', { kind: 'add-task', ...task, link: null }],
    ['pageAdded', { kind: 'add-task', ...task, link: 'https://fernleigh.example/' }],
    ['focusPresence', { kind: 'set-presence', choice: null }],
  ])('announces %s after the change %o', (words, edit) => {
    expect(doneWords(edit)).toBe(words);
  });
});
