import { beforeEach, describe, expect, it } from 'vitest';
import type { Ledger } from '../../../background/auth/ledger.ts';
import { refreshStand } from '../../../background/watch/stand.ts';
import { noteUnread, shiftUnread } from '../../../background/watch/unread.ts';
import { meetingsOf, remindersOf, watchOf } from '../../../src/storage.ts';
import type { WatchStand } from '../../../src/watch-memory.ts';
import { fake, resetFakeBrowser } from '../../fakes/fake-browser.ts';
import { surroundings } from '../../fakes/fake-surroundings.ts';
import {
  account,
  everything,
  HOUR,
  ID,
  ledgerOf,
  MINUTE,
  NOW,
  revoked,
  SINCE,
  standOf,
} from './signed-in.ts';

const kept: WatchStand = {
  since: SINCE,
  unread: 3,
  lookedAt: { unread: NOW - MINUTE, meetings: NOW - MINUTE },
  obstacles: {},
  barred: [],
  nextAt: NOW + 4 * MINUTE,
  triedAt: NOW - MINUTE,
  failures: 0,
};
const meetings = { from: NOW, until: NOW + HOUR, next: null, events: [], series: [] };

function refresh(
  ledger: Ledger = ledgerOf(everything),
  { on = account(), isLookWanted = false, isStarting = false } = {},
) {
  return refreshStand(on, ledger, { isLookWanted, isStarting, now: NOW, lot: () => 0 });
}

const stored = () => watchOf(ID).get();

beforeEach(async () => {
  resetFakeBrowser();
  surroundings.allowed.add('notifications');
  await meetingsOf(ID).set(meetings);
  await remindersOf(ID).set([]);
});

describe('The stored state of the checks', () => {
  it('begins with a look at once, or soon if the browser has just started', async () => {
    expect(await refresh()).toMatchObject({ open: ['unread', 'meetings'], stand: { nextAt: NOW } });
    expect(await stored()).toEqual(standOf());
    await watchOf(ID).remove();
    await refresh(undefined, { isStarting: true });
    expect((await stored())?.nextAt).toBe(NOW + 5000);
  });

  it('stays as it is if nothing is new, and is not written again', async () => {
    await watchOf(ID).set(kept);
    fake.session.gate = async (call) => {
      if (call !== 'get') throw new Error('Nothing is to be written.');
    };
    expect(await refresh()).toEqual({ open: ['unread', 'meetings'], stand: kept });
    expect(await refresh(undefined, { isStarting: true })).toMatchObject({ stand: kept });
  });

  it('is checked again after a new sign-in, or after something was turned on', async () => {
    await watchOf(ID).set({ ...kept, failures: 5 });
    await refresh(undefined, { on: account(['unread', 'meetings'], SINCE + 1) });
    expect(await stored()).toEqual({ ...kept, since: SINCE + 1, failures: 0, nextAt: NOW });
    await watchOf(ID).set({ ...kept, failures: 5 });
    await refresh(undefined, { isLookWanted: true });
    expect(await stored()).toEqual({ ...kept, failures: 5, nextAt: NOW });
  });

  it('is removed with its results once every check is off', async () => {
    await watchOf(ID).set(kept);
    expect((await refresh(undefined, { on: account([]) })).open).toEqual([]);
    expect([await stored(), await meetingsOf(ID).get(), await remindersOf(ID).get()]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is removed for a check that is off, and kept for the other', async () => {
    await watchOf(ID).set({ ...kept, obstacles: { meetings: { reason: 'offline' } } });
    expect((await refresh(undefined, { on: account(['unread']) })).open).toEqual(['unread']);
    expect(await stored()).toEqual({ ...kept, lookedAt: { unread: NOW - MINUTE } });
    expect(await meetingsOf(ID).get()).toBeNull();
    await watchOf(ID).set(kept);
    await meetingsOf(ID).set(meetings);
    await refresh(undefined, { on: account(['meetings']) });
    expect(await stored()).toEqual({ ...kept, unread: null, lookedAt: { meetings: NOW - MINUTE } });
    expect(await meetingsOf(ID).get()).toEqual(meetings);
  });
});

describe('A watch that may not be asked about', () => {
  const barred = ledgerOf({ ...everything, 'Mail.ReadBasic': revoked });

  it('has nothing kept but why, and the other goes on as planned', async () => {
    await watchOf(ID).set(kept);
    expect((await refresh(barred)).open).toEqual(['meetings']);
    expect(await stored()).toEqual({
      ...kept,
      unread: null,
      lookedAt: { meetings: NOW - MINUTE },
      obstacles: { unread: { reason: 'consent-revoked', purpose: 'mail-list' } },
      barred: ['unread'],
    });
    await refresh(barred);
    expect((await stored())?.barred).toEqual(['unread']);
  });

  it('is looked at at once when it may be again', async () => {
    await watchOf(ID).set(kept);
    await refresh(barred);
    expect((await refresh()).open).toEqual(['unread', 'meetings']);
    expect(await stored()).toMatchObject({ obstacles: {}, barred: [], nextAt: NOW });
  });
});

describe('The result of a check', () => {
  const declined = { reason: 'declined', purpose: 'mail-list' } as const;
  const withAnswer = (answeredAt: number | null) =>
    ledgerOf({ ...everything, 'Mail.ReadBasic': { answeredAt } });

  it('keeps its obstacle until the user has answered it', async () => {
    await watchOf(ID).set({ ...kept, obstacles: { unread: declined } });
    await refresh(withAnswer(NOW - 2 * MINUTE));
    await refresh(withAnswer(NOW - MINUTE));
    await refresh(withAnswer(null));
    expect(await stored()).toMatchObject({ obstacles: { unread: declined }, nextAt: NOW + 4 * MINUTE });
    await refresh(withAnswer(NOW - MINUTE + 1));
    expect(await stored()).toMatchObject({ obstacles: {}, nextAt: NOW });
  });

  it('stays said if no permission can help it', async () => {
    await watchOf(ID).set({ ...kept, obstacles: { unread: { reason: 'session-ended' } } });
    await refresh(withAnswer(NOW));
    expect(await stored()).toMatchObject({ obstacles: { unread: { reason: 'session-ended' } } });
  });

  it('is no longer said after an answer, if no look was ever tried', async () => {
    await watchOf(ID).set({ ...kept, triedAt: null, obstacles: { unread: declined } });
    await refresh(withAnswer(1));
    expect((await stored())?.obstacles).toEqual({});
  });
});

describe('The number that a page has read', () => {
  it('is the number on the icon, and clears what stood in its way', async () => {
    const offline = { reason: 'offline' } as const;
    await watchOf(ID).set({ ...kept, obstacles: { unread: offline, meetings: offline } });
    expect(await noteUnread(ID, 9, NOW)).toBe(true);
    expect(await stored()).toEqual({
      ...kept,
      unread: 9,
      lookedAt: { unread: NOW, meetings: NOW - MINUTE },
      obstacles: { meetings: offline },
    });
  });

  it('is fewer or more by what the person does, and never below nothing', async () => {
    await watchOf(ID).set(kept);
    expect(await shiftUnread(ID, 1)).toBe(true);
    expect((await stored())?.unread).toBe(2);
    await shiftUnread(ID, -3);
    expect((await stored())?.unread).toBe(5);
    await shiftUnread(ID, 9);
    expect((await stored())?.unread).toBe(0);
    await watchOf(ID).set({ ...kept, unread: null });
    await shiftUnread(ID, 1);
    expect((await stored())?.unread).toBeNull();
  });

  it('is empty for an account without a mail check, or before the first one', async () => {
    expect(await noteUnread(ID, 9, NOW)).toBe(false);
    expect(await stored()).toBeNull();
    await watchOf(ID).set({ ...kept, lookedAt: { meetings: NOW } });
    expect(await shiftUnread(ID, 1)).toBe(false);
    expect((await stored())?.unread).toBe(3);
  });
});
