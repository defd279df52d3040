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
    'a second factor is required (T16)',
    { make: () => control().requireMfa(member(), true), reason: 'extra-check' },
  ],
  [
    'the password has expired (T11)',
    { make: () => control().expirePassword(member(), true), reason: 'password-expired' },
  ],
  [
    'the password was changed (T4)',
    { make: () => control().changePassword(member()), reason: 'sign-in-revoked' },
  ],
  [
    'the sessions were revoked (T4)',
    { make: () => control().revokeSessions(member()), reason: 'sign-in-revoked' },
  ],
  [
    'the account was disabled (T9)',
    {
      make: () => control().disableAccount(member(), true),
      undo: () => control().disableAccount(member(), false),
      reason: 'account-disabled',
    },
  ],
  [
    'the account was deleted (T8)',
    {
      make: () => control().deleteAccount(member(), true),
      undo: () => control().deleteAccount(member(), false),
      reason: 'account-gone',
    },
  ],
  [
    'the person is no longer assigned to the app (T20)',
    {
      make: () => control().assign(member(), false),
      undo: () => control().assign(member(), true),
      reason: 'not-assigned',
    },
  ],
];

describe('A change of the account at Microsoft', () => {
  it.each(CHANGES)(
    'is shown at the next renewal and ends with the next sign-in window: %s',
    async (_, change) => {
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
    },
  );
});

describe('Access that ends before its time', () => {
  it.each([
    ['the sessions were revoked (T4)', () => control().revokeSessions(member()), 'sign-in-revoked'],
    ['the password was changed (T4)', () => control().changePassword(member()), 'sign-in-revoked'],
    ['the account was disabled (T9)', () => control().disableAccount(member(), true), 'account-disabled'],
    ['the account was deleted (T8)', () => control().deleteAccount(member(), true), 'account-gone'],
  ] as const)('drops the tokens in hand with the first challenge: %s', async (_, make, reason) => {
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

  it('carries the claims of the challenge to the window, which brings access back (T4)', async () => {
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
