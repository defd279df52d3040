import { beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../src/contract.ts';
import { face, isSameFace } from '../../src/face.ts';
import { fake, resetFakeBrowser } from '../fakes/fake-browser.ts';

const account = { id: 'mira', name: 'Mira', username: 'mira@x.example', isPersonal: false };
const obstacle = { reason: 'offline' } as const;
const farewell = { username: 'sam@x.example' };
const SESSIONS: Session[] = [
  { status: 'unconfigured', revision: 1, redirectUri: 'https://x.chromiumapp.org/' },
  { status: 'unsupported', revision: 1 },
  { status: 'signed-out', revision: 1, keep: 'on-disk' },
  { status: 'signed-out', revision: 1, keep: 'until-close', obstacle, farewell },
  { status: 'signing-in', revision: 1, since: 5 },
  { status: 'signed-in', revision: 1, account, accounts: [account], keep: 'on-disk' },
  { status: 'signed-in', revision: 1, account, accounts: [account], keep: 'on-disk', obstacle, farewell },
];

beforeEach(resetFakeBrowser);

describe('The first state of the popup', () => {
  it.each(SESSIONS)('is the session as it was kept: %o', async (session) => {
    await face.set(session);
    expect(Object.keys(fake.session.items)).toEqual(['face']);
    expect(await face.get()).toEqual(session);
  });

  it.each([
    { status: 'signed-in', revision: 1, account, keep: 'on-disk' },
    { status: 'signed-in', revision: 1, account: { id: 'mira' }, accounts: [], keep: 'on-disk' },
    { status: 'signed-out', revision: 1 },
    { status: 'signed-out', revision: 1, keep: 'for-ever' },
    { status: 'signing-in', revision: 1 },
    { status: 'unconfigured', revision: 1 },
    { status: 'asleep', revision: 1 },
    { status: 'unsupported' },
  ])('is nothing if what was kept has another shape: %o', async (kept) => {
    fake.session.items.face = kept;
    expect(await face.get()).toBeNull();
  });
});

describe('Two sessions', () => {
  it('show the same if nothing but their revision is another', () => {
    for (const one of SESSIONS) {
      for (const other of SESSIONS) {
        expect(isSameFace(one, { ...other, revision: 2 })).toBe(one === other);
      }
    }
  });

  it('show the same if what differs is not shown', () => {
    const [session] = SESSIONS;
    if (!session) throw new Error('There is no session.');
    const withMore = Object.assign({}, session, { hidden: true });
    expect(isSameFace(session, withMore)).toBe(true);
  });
});
