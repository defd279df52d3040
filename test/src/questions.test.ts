import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { QuestionShape } from '../../src/questions.ts';

const edit = { kind: 'mark-message', messageId: 'm', isRead: true };

/** One question of each kind, as a page asks it. */
const QUESTIONS: [method: string, ...params: unknown[]][] = [
  ['getSession'],
  ['awaitSession', 3],
  ['signIn', { kind: 'new' }],
  ['signIn', { kind: 'again', accountId: 'a', purpose: 'mail-list' }],
  ['signIn', { kind: 'add', username: 'mira@fernleigh.example' }],
  ['signIn', { kind: 'approve', accountId: 'a', purpose: 'calendar' }],
  ['switchAccount', 'a'],
  ['signOut', ['a', 'b']],
  ['endMicrosoftSession'],
  ['setKeep', 'until-close'],
  ['dismiss'],
  ['getProfile', 'a'],
  ['getPresence', 'a'],
  ['getInbox', 'a'],
  ['getCalendar', 'a'],
  ['getTasks', 'a'],
  ['getFiles', 'a'],
  ['getMoreMail', 'a', '/next'],
  ['openMessage', 'a', 'm'],
  ['getEvents', 'a', 1, 2],
  ['searchFiles', 'a', 'plan'],
  ['searchPeople', 'a', 'mira'],
  ['edit', 'a', edit],
  ['getLedger', 'a'],
  ['postpone', 'a', 'files'],
  ['setPaused', 'a', 'Mail.Read', true],
  ['getWatching', 'a'],
  ['setWatch', 'a', 'meetings', false],
  ['getApprovalRequest', 'a', 'tasks'],
];

const isTaken = (question: unknown) => v.is(QuestionShape, question);

describe('A question of a page', () => {
  it.each(QUESTIONS)('is accepted with its arguments and with nothing else: %s', (method, ...params) => {
    expect(isTaken({ method, params })).toBe(true);
    expect(isTaken({ method, params: [...params, 'more'] })).toBe(false);
    expect(isTaken({ method, params, more: 1 })).toBe(false);
    if (params.length > 0) {
      expect(isTaken({ method, params: params.slice(1) })).toBe(false);
      for (const at of params.keys()) expect(isTaken({ method, params: params.with(at, null) })).toBe(false);
    }
  });

  it.each(['searchFiles', 'searchPeople'])('is accepted with up to 200 characters: %s', (method) => {
    expect(isTaken({ method, params: ['a', 'x'.repeat(200)] })).toBe(true);
    expect(isTaken({ method, params: ['a', 'x'.repeat(201)] })).toBe(false);
  });

  it.each([
    ['a sign-in of another kind', 'signIn', { kind: 'other' }],
    ['a new sign-in for an account', 'signIn', { kind: 'new', accountId: 'a' }],
    ['a sign-in again for an unknown purpose', 'signIn', { kind: 'again', accountId: 'a', purpose: 'all' }],
    ['a sign-in again with more', 'signIn', { kind: 'again', accountId: 'a', purpose: 'files', more: 1 }],
    ['an account to add with more', 'signIn', { kind: 'add', username: 'm', more: 1 }],
    ['an approval without a purpose', 'signIn', { kind: 'approve', accountId: 'a' }],
    ['an approval with more', 'signIn', { kind: 'approve', accountId: 'a', purpose: 'files', more: 1 }],
    ['a change with more', 'edit', 'a', { ...edit, more: 1 }],
    ['a change of an unknown kind', 'edit', 'a', { ...edit, kind: 'delete-message' }],
    ['a watch that there is not', 'setWatch', 'a', 'files', true],
    ['a sign-out of one account that is no list', 'signOut', 'a'],
  ])('is not taken if it is %s', (_what, method, ...params) => {
    expect(isTaken({ method, params })).toBe(false);
  });
});
