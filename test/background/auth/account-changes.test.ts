import { describe, expect, it } from 'vitest';
import type { Reason } from '../../../src/errors.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { hours, minutes, setUpWorld } from '../../fakes/world.ts';
import { allow } from './consents.ts';

// What an administrator does to an account, as it arrives here: by the refresh token, by a claims challenge, and at
// the window.

const world = setUpWorld();
const member = () => world.someone('member');
const control = () => world.tenant.control;

interface Change {
  make(): void;
  /** What an administrator does about it, where the person alone cannot. */
  undo?(): void;
  reason: Reason;
}

const CHANGES: readonly [string, Change][] = [
  [
    'T16 a second factor is asked for',
    { make: () => control().requireMfa(member(), true), reason: 'extra-check' },
  ],
  [
    'T11 the password has expired',
    { make: () => control().expirePassword(member(), true), reason: 'password-expired' },
  ],
  [
    'T4 the password was changed',
    { make: () => control().changePassword(member()), reason: 'sign-in-revoked' },
  ],
  [
    'T4 the sessions were revoked',
    { make: () => control().revokeSessions(member()), reason: 'sign-in-revoked' },
  ],
  [
    'T9 the account was disabled',
    {
      make: () => control().disableAccount(member(), true),
      undo: () => control().disableAccount(member(), false),
      reason: 'account-disabled',
    },
  ],
  [
    'T8 the account was deleted',
    {
      make: () => control().deleteAccount(member(), true),
      undo: () => control().deleteAccount(member(), false),
      reason: 'account-gone',
    },
  ],
  [
    'T20 the app was taken from the person',
    {
      make: () => control().assign(member(), false),
      undo: () => control().assign(member(), true),
      reason: 'not-assigned',
    },
  ],
];

describe('A person of whom', () => {
  it.each(CHANGES)('%s is told so at the next renewal, and comes back by the window', async (_, change) => {
    const { background, id } = await world.signedIn();
    change.make();
    world.passTime(hours(2));
    for (let count = 0; count < 3; count += 1) {
      const reply = await background.handlers.getProfile(id);
      expect(reply).toMatchObject({ obstacle: { reason: change.reason, purpose: 'profile' } });
    }
    expect([world.tokenRequests(), world.person.silentFlows]).toEqual([2, 0]);
    if (change.undo) {
      expect(await allow(background, id, 'profile')).toMatchObject({
        status: 'signed-in',
        account: { id },
        obstacle: { reason: 'window-closed' },
      });
      change.undo();
    }
    expect(await allow(background, id, 'profile')).not.toHaveProperty('obstacle');
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    world.passTime(hours(2));
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });
});

describe('Access that ends before its time', () => {
  it.each([
    ['T4 the sessions were revoked', () => control().revokeSessions(member()), 'sign-in-revoked'],
    ['T4 the password was changed', () => control().changePassword(member()), 'sign-in-revoked'],
    ['T9 the account was disabled', () => control().disableAccount(member(), true), 'account-disabled'],
    ['T8 the account was deleted', () => control().deleteAccount(member(), true), 'account-gone'],
  ] as const)('%s: the tokens in hand are dropped with the first challenge', async (_, make, reason) => {
    const { background, id } = await world.signedIn();
    world.passTime(minutes(1));
    make();
    const graph = control().counters.graph;
    for (let count = 0; count < 3; count += 1) {
      expect(await background.handlers.getProfile(id)).toMatchObject({ obstacle: { reason } });
    }
    expect([control().counters.graph - graph, world.tokenRequests(), world.person.silentFlows]).toEqual([
      1, 2, 0,
    ]);
    expect(fake.session.items).not.toHaveProperty([`tokens:${id}`]);
    expect(await background.handlers.getSession()).toMatchObject({ status: 'signed-in', account: { id } });
  });

  it('T4 carries the claims of the challenge to the window, which brings access back', async () => {
    const { background, id } = await world.signedIn();
    world.passTime(minutes(1));
    control().revokeSessions(member());
    await background.handlers.getProfile(id);
    await allow(background, id, 'profile');
    const claims = world.person.addresses.at(-1)?.searchParams.get('claims') ?? '{}';
    expect(JSON.parse(claims).access_token).toMatchObject({ nbf: { essential: true } });
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
  });
});
