import { describe, expect, it, vi } from 'vitest';
import type { SignInRequest } from '../../../src/contract.ts';
import type { Obstacle } from '../../../src/obstacles.ts';
import { offersFor } from '../../../src/ui/consent/offers.ts';
import type { Act } from '../../../src/ui/use-session.ts';

const account = { id: 'mira', name: 'Mira', username: 'mira@x.example', isPersonal: false };

/** What is offered about an obstacle: the words, whether it is a card's own button, and what a click asks for. */
function offered(obstacle: Obstacle, retry?: () => void) {
  return offersFor(obstacle, account, vi.fn<() => Promise<void>>() as unknown as Act, retry).map(
    ({ label, isPlain }, at) => {
      const asked: unknown[] = [];
      const act = ((...question: unknown[]) => asked.push(question)) as unknown as Act;
      offersFor(obstacle, account, act, retry)[at]?.run();
      return [label, isPlain, ...asked];
    },
  );
}

const signIn = (request: SignInRequest) => ['signIn', request];
const again = signIn({ kind: 'again', accountId: 'mira', purpose: 'mail-list' });
const AS_MIRA = 'Continue as mira@x.example';
const purpose = 'mail-list';

describe('The actions on an obstacle', () => {
  it.each<[string, Obstacle, unknown[][]]>([
    ['a session that has ended', { reason: 'session-ended', purpose }, [[AS_MIRA, true, again]]],
    [
      'one that is of no purpose: a sign-in for the profile',
      { reason: 'session-ended' },
      [[AS_MIRA, true, signIn({ kind: 'again', accountId: 'mira', purpose: 'profile' })]],
    ],
    [
      'a window for the same account that was closed',
      { reason: 'window-closed', purpose, of: 'again' },
      [[AS_MIRA, true, again]],
    ],
    [
      'a window for an approval that was closed',
      { reason: 'window-closed', purpose, of: 'approve' },
      [['Try again', false, signIn({ kind: 'approve', accountId: 'mira', purpose })]],
    ],
    [
      'a window for somebody new that was closed',
      { reason: 'window-closed', purpose, of: 'new' },
      [['Try again', true, signIn({ kind: 'new' })]],
    ],
    [
      'a window for another account that was closed',
      { reason: 'window-closed', purpose, of: 'add' },
      [['Try again', true, signIn({ kind: 'new' })]],
    ],
    [
      'an account that is gone: only another one helps',
      { reason: 'account-gone', purpose },
      [['Add another account', false, signIn({ kind: 'new' })]],
    ],
    ['a network that is away', { reason: 'offline', purpose }, [['Try again', true, again]]],
    ['another account without a name', { reason: 'wrong-account', purpose }, [[AS_MIRA, true, again]]],
    [
      'another account that was picked',
      { reason: 'wrong-account', purpose, picked: 'sam@x.example' },
      [
        [AS_MIRA, false, again],
        ['Use sam@x.example instead', false, signIn({ kind: 'add', username: 'sam@x.example' })],
      ],
    ],
    ['what has a card of its own', { reason: 'consent-missing', purpose }, []],
    ['what an administrator decides', { reason: 'approval-needed', purpose }, []],
    ['what the person has paused', { reason: 'paused', purpose }, []],
    ['what nobody can help', { reason: 'no-access', purpose }, []],
  ])('fits %s', (_what, obstacle, offers) => {
    expect(offered(obstacle)).toEqual(offers);
  });

  it('is to ask again where the page can', () => {
    const retry = vi.fn<() => void>();
    expect(offered({ reason: 'offline', purpose }, retry)).toEqual([['Try again', true]]);
    expect(retry).toHaveBeenCalledOnce();
  });
});
