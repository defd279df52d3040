import { beforeEach, describe, expect, it } from 'vitest';
import type { Look } from '../../../background/watch/look.ts';
import { PERIOD_MS } from '../../../background/watch/schedule.ts';
import { type Begun, beginLook, recordLook } from '../../../background/watch/stand.ts';
import type { Reason } from '../../../src/errors.ts';
import { meetingsOf, remindersOf, watchOf } from '../../../src/storage.ts';
import type { Meetings, WatchStand } from '../../../src/watch-memory.ts';
import { fake, resetFakeBrowser } from '../../fakes/fake-browser.ts';
import { account, ID, MINUTE, NOW, SINCE, standOf } from './signed-in.ts';

const meetings: Meetings = {
  from: NOW,
  until: NOW + 36 * 60 * MINUTE,
  next: '/next',
  events: [],
  series: [],
};
const ready = <T>(data: T) => ({ kind: 'ready', data, readAt: NOW + 1 }) as const;
const refused = (reason: Reason, retryAt?: number) =>
  ({ kind: 'obstacle', obstacle: { reason, ...(retryAt === undefined ? {} : { retryAt }) } }) as const;

/** A lot in the middle: what is planned is neither earlier nor later than usual. */
const lot = () => 0.5;

async function stand(part: Partial<WatchStand> = {}): Promise<void> {
  await watchOf(ID).set(standOf(part));
}

const known = async () => {
  const found = await watchOf(ID).get();
  if (!found) throw new Error('Nothing is kept.');
  return found;
};

/** Begins a look and records what it came to. */
async function look(
  replies: Look['replies'],
  { isOffline = false, isIdle = false, isUndisturbed = true, on = account() } = {},
): Promise<WatchStand> {
  const begun = await beginLook(account(), NOW);
  if (!begun) throw new Error('The look is not due.');
  const found: Look = { replies, startedAt: NOW, isOffline };
  await recordLook(on, found, { begun, isIdle, isUndisturbed, now: NOW, lot });
  return known();
}

beforeEach(resetFakeBrowser);

describe('A look that begins', () => {
  it('is planned again as if it came to nothing, so that a background that is stopped does not repeat it', async () => {
    await stand({ failures: 2 });
    expect(await beginLook(account(), NOW)).toEqual({ nextAt: NOW + 4 * MINUTE, failures: 2 });
    expect(await known()).toMatchObject({ nextAt: NOW + 4 * MINUTE, failures: 3 });
  });

  it('does not begin before it is due, for another sign-in, or if nothing is kept of the account', async () => {
    expect(await beginLook(account(), NOW)).toBeNull();
    await stand({ nextAt: NOW + MINUTE });
    expect(await beginLook(account(), NOW)).toBeNull();
    await stand();
    expect(await beginLook(account(['unread'], SINCE + 1), NOW)).toBeNull();
    expect(await known()).toMatchObject({ nextAt: NOW, failures: 0 });
  });
});

describe('A look that was answered', () => {
  it('keeps the number and the meetings, and comes again after the period of both', async () => {
    await stand({ failures: 3, obstacles: { unread: { reason: 'offline' } } });
    const after = await look({ unread: ready(7), meetings: ready(meetings) });
    expect(after).toMatchObject({
      unread: 7,
      lookedAt: { unread: NOW + 1, meetings: NOW + 1 },
      obstacles: {},
      triedAt: NOW,
      failures: 0,
      nextAt: NOW + 2 * PERIOD_MS,
    });
    expect(await meetingsOf(ID).get()).toEqual(meetings);
  });

  it('comes again after the period of the one thing that was looked at', async () => {
    await stand();
    expect((await look({ unread: ready(1) })).nextAt).toBe(NOW + PERIOD_MS);
  });

  it('leaves the number as it is if the person has changed something meanwhile', async () => {
    await stand({ unread: 3 });
    const after = await look({ unread: ready(7) }, { isUndisturbed: false });
    expect(after).toMatchObject({ unread: 3, lookedAt: { unread: NOW + 1 } });
  });

  it('keeps nothing of a watch that was turned off meanwhile', async () => {
    await stand();
    const after = await look({ unread: ready(7), meetings: ready(meetings) }, { on: account([]) });
    expect(after).toMatchObject({ unread: null, lookedAt: {} });
    expect(await meetingsOf(ID).get()).toBeNull();
  });

  it('keeps nothing if the account has been signed in again meanwhile', async () => {
    await stand();
    const begun: Begun = { nextAt: NOW, failures: 0 };
    const recording = { begun, isIdle: false, isUndisturbed: true, now: NOW, lot };
    const found: Look = { replies: { unread: ready(7) }, startedAt: NOW, isOffline: false };
    await recordLook(account(['unread'], SINCE + 1), found, recording);
    expect(await known()).toMatchObject({ unread: null, triedAt: null });
  });

  it('forgets the meetings if memory has no room for them', async () => {
    await meetingsOf(ID).set({ ...meetings, next: '/before' });
    await stand();
    fake.session.gate = async (call, keys) => {
      if (call === 'set' && keys.includes(`meetings:${ID}`)) throw new Error('QUOTA_BYTES quota exceeded');
    };
    await look({ meetings: ready(meetings) });
    expect(await meetingsOf(ID).get()).toBeNull();
  });

  it('comes three times less often if nobody is at the computer', async () => {
    await stand();
    expect((await look({ unread: ready(1) }, { isIdle: true })).nextAt).toBe(NOW + 3 * PERIOD_MS);
  });

  it('leaves the next look where a person has just put it by turning something on', async () => {
    await stand();
    const begun = await beginLook(account(), NOW);
    await watchOf(ID).set({ ...(await known()), nextAt: NOW + 5 });
    const found: Look = { replies: { unread: ready(1) }, startedAt: NOW, isOffline: false };
    await recordLook(account(), found, {
      begun: begun as Begun,
      isIdle: false,
      isUndisturbed: true,
      now: NOW,
      lot,
    });
    expect(await known()).toMatchObject({ nextAt: NOW + 5, unread: 1 });
  });
});

describe('A look that has failed in a way that passes', () => {
  it('is counted, keeps what was known, and doubles the time to the next', async () => {
    await stand({ unread: 3, lookedAt: { unread: NOW - 1 }, failures: 1 });
    const after = await look({ unread: refused('microsoft-unavailable') });
    expect(after).toMatchObject({
      unread: 3,
      lookedAt: { unread: NOW - 1 },
      obstacles: { unread: { reason: 'microsoft-unavailable' } },
      failures: 2,
      nextAt: NOW + 4 * PERIOD_MS,
    });
  });

  it('is not counted without a network, which costs Microsoft nothing, and comes again as usual', async () => {
    await stand({ failures: 2 });
    const after = await look({ unread: refused('offline') }, { isOffline: true });
    expect(after).toMatchObject({ failures: 2, nextAt: NOW + PERIOD_MS });
  });

  it('repeats later for both things if one of them failed for a passing reason', async () => {
    await stand();
    const after = await look({ unread: ready(1), meetings: refused('throttled') });
    expect(after).toMatchObject({ failures: 1, nextAt: NOW + 4 * PERIOD_MS });
  });

  it('is not repeated before the latest time that Microsoft names, and a little after it', async () => {
    await stand();
    const retryAt = NOW + 50 * MINUTE;
    const after = await look({
      unread: refused('throttled', NOW + 10 * MINUTE),
      meetings: refused('throttled', retryAt),
    });
    expect(after.nextAt).toBe(retryAt + PERIOD_MS / 2);
  });
});

describe('A look that a person is needed for', () => {
  it('forgets what was known, is no failure, and comes again in an hour', async () => {
    await meetingsOf(ID).set(meetings);
    await remindersOf(ID).set([]);
    await stand({ unread: 3, lookedAt: { unread: NOW - 1, meetings: NOW - 1 } });
    const after = await look({ unread: refused('session-ended'), meetings: refused('session-ended') });
    expect(after).toMatchObject({
      unread: null,
      lookedAt: {},
      obstacles: { unread: { reason: 'session-ended' }, meetings: { reason: 'session-ended' } },
      failures: 0,
      nextAt: NOW + 60 * MINUTE,
    });
    expect([await meetingsOf(ID).get(), await remindersOf(ID).get()]).toEqual([null, null]);
  });

  it('comes again as usual if the other thing was answered, and keeps that', async () => {
    await stand();
    const after = await look({ unread: ready(7), meetings: refused('no-access') });
    expect(after).toMatchObject({ unread: 7, failures: 0, nextAt: NOW + 2 * PERIOD_MS });
  });

  it('comes again as usual, and later each time, if the other thing has failed in a way that passes', async () => {
    await stand();
    const after = await look({ unread: refused('no-access'), meetings: refused('microsoft-unavailable') });
    expect(after).toMatchObject({ failures: 1, nextAt: NOW + 4 * PERIOD_MS });
  });
});
