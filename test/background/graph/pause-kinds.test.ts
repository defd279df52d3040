import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountBook } from '../../../background/auth/accounts.ts';
import { notePause, waitForPause } from '../../../background/graph/pauses.ts';
import type { GraphAnswer, GraphRequest } from '../../../background/graph/request.ts';
import { readPause, waitBeforeRepeat } from '../../../background/graph/retry.ts';
import { pausesOf } from '../../../src/storage.ts';
import { fake, resetFakeBrowser } from '../../fakes/fake-browser.ts';

const MINUTE = 60_000;
const request = (path: string): GraphRequest => ({ path: path as `/${string}` });
const answer = (status: number, seconds?: number): GraphAnswer => ({
  status,
  headers: new Headers(seconds === undefined ? {} : { 'Retry-After': String(seconds) }),
  body: null,
});

/** The accounts, of which these are signed in. */
const signedIn = (...ids: string[]): AccountBook => {
  const accounts = { active: null, list: ids.map((id) => ({ id })) };
  return {
    change: async (make: (known: typeof accounts) => Promise<{ result: unknown }>) =>
      (await make(accounts)).result,
  } as unknown as AccountBook;
};

/** How long a request waits if these kinds are paused until then; the reason if it does not wait. */
async function waitedFor(path: string, pauses: Record<string, number> | null): Promise<number | string> {
  let waited = 0;
  const wait = async (ms: number) => {
    waited += ms;
  };
  return waitForPause(request(path), async () => pauses, wait).then(
    () => waited,
    ({ reason }: { reason: string }) => reason,
  );
}

beforeEach(resetFakeBrowser);

describe('A pause of Graph', () => {
  it.each([
    ['mail', '/me/messages?$top=1'],
    ['mail', '/me/messages/AAMk/move'],
    ['mail', '/me/mailFolders/inbox'],
    ['calendar', '/me/calendarView?startDateTime=x'],
    ['calendar', '/me/events/AAMk/accept'],
    ['drive', '/me/drive/recent'],
    ['todo', '/me/todo/lists'],
    ['presence', '/me/presence'],
    ['users', '/users?$search=x'],
    ['communications', '/communications/getPresencesByUserId'],
    ['profile', '/me?$select=id'],
    ['profile', '/me?$select=displayName,mail'],
  ])('holds for its own kind of request alone: a pause of %s is kept for %s', async (kind, path) => {
    const until = Date.now() + 30 * MINUTE;
    expect(await waitedFor(path, { [kind]: until })).toBe('throttled');
    expect(await waitedFor(path, { other: until, me: until })).toBe(0);
    await notePause(signedIn('mira'), 'mira', request(path), answer(429, 60));
    expect(Object.keys((await pausesOf('mira').get()) ?? {})).toEqual([kind]);
  });

  it('is waited for if it is short, reported if it is long, and ignored once it is over', async () => {
    const path = '/me/drive/recent';
    const soon = await waitedFor(path, { drive: Date.now() + 5000 });
    expect(soon).toBeGreaterThan(3000);
    expect(soon).toBeLessThanOrEqual(5000);
    expect(await waitedFor(path, { drive: Date.now() + 9000 })).toBe('throttled');
    expect(await waitedFor(path, { drive: Date.now() - 1 })).toBe(0);
    expect(await waitedFor(path, null)).toBe(0);
  });

  it('is ignored if it is longer than an hour, as the clock was put back', async () => {
    expect(await waitedFor('/me/drive', { drive: Date.now() + 61 * MINUTE })).toBe(0);
    expect(await waitedFor('/me/drive', { drive: Date.now() + 59 * MINUTE })).toBe('throttled');
  });

  it('is kept beside those of other kinds that go on, and without those that are over', async () => {
    const [over, on] = [Date.now() - 1, Date.now() + MINUTE];
    await pausesOf('mira').set({ mail: over, calendar: on });
    await notePause(signedIn('mira'), 'mira', request('/me/drive'), answer(503, 120));
    const pauses = await pausesOf('mira').get();
    expect(pauses).toEqual({ calendar: on, drive: expect.any(Number) });
    expect(pauses?.drive).toBeGreaterThan(Date.now() + MINUTE);
  });

  it('is not kept if Graph wants none, nor of an account that has signed out', async () => {
    await notePause(signedIn('mira'), 'mira', request('/me/drive'), answer(200));
    await notePause(signedIn(), 'mira', request('/me/drive'), answer(429, 60));
    expect(await pausesOf('mira').get()).toBeNull();
  });

  it('does not lose the response if memory has no room for it', async () => {
    fake.session.isFull = true;
    await expect(
      notePause(signedIn('mira'), 'mira', request('/me/drive'), answer(429, 60)),
    ).resolves.toBeUndefined();
  });

  it('is read from 429, 503 and 504, and from nothing else', () => {
    const now = Date.now();
    expect([429, 503, 504].map((status) => readPause(answer(status, 5), now))).toEqual(
      Array(3).fill(now + 5000),
    );
    expect([200, 408, 500, 502].map((status) => readPause(answer(status, 5), now))).toEqual(
      Array(4).fill(null),
    );
  });

  it('delays the repeated request if it is short', () => {
    const wait = (seconds: number) => waitBeforeRepeat(answer(504, seconds), { path: '/me' }, 0);
    expect(wait(7)).toBeLessThanOrEqual(7000);
    expect(wait(7)).toBeGreaterThan(6000);
    expect(wait(60)).toBeNull();
  });
});
