import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  checkStanding,
  forgetSessionTry,
  isWithin,
  keepClaims,
  noteSessionTry,
  noteStanding,
  SESSION_PAUSE_MS,
} from '../../../background/auth/standing.ts';
import { AppError, type Reason } from '../../../src/errors.ts';
import { standingOf } from '../../../src/storage.ts';
import { fake, resetFakeBrowser } from '../../fakes/fake-browser.ts';

const id = 'account';
const minutes = (count: number) => count * 60_000;
const now = Date.UTC(2026, 5, 1, 12);
const stored = () => standingOf(id).get();

beforeEach(() => {
  resetFakeBrowser();
  vi.useFakeTimers({ toFake: ['Date'], now });
  return () => vi.useRealTimers();
});

describe('A pause that Microsoft asks for', () => {
  const pausedUntil = (retryAt: number) => noteStanding(id, new AppError('throttled', { retryAt }));

  it('holds up to the time that Microsoft named, and no longer', async () => {
    await pausedUntil(now + 5000);
    await expect(checkStanding(id, now + 4999)).rejects.toMatchObject({
      reason: 'throttled',
      retryAt: now + 5000,
    });
    expect(await checkStanding(id, now + 5000)).toBeNull();
  });

  it('is believed if it lasts an hour; a longer one means that the clock was put back', async () => {
    await pausedUntil(now + minutes(60));
    await expect(checkStanding(id, now)).rejects.toMatchObject({ reason: 'throttled' });
    await pausedUntil(now + minutes(60) + 1);
    expect(await checkStanding(id, now)).toBeNull();
  });
});

describe('An obstacle that lasts', () => {
  it('is not asked about again for ten minutes, and is told once more afterwards', async () => {
    await noteStanding(id, new AppError('sign-in-revoked'));
    await expect(checkStanding(id, now + SESSION_PAUSE_MS - 1)).rejects.toMatchObject({
      reason: 'sign-in-revoked',
    });
    expect(await checkStanding(id, now + SESSION_PAUSE_MS)).toMatchObject({ reason: 'sign-in-revoked' });
  });

  it.each<Reason>([
    'session-ended',
    'refresh-token-expired',
    'sign-in-revoked',
    'password-changed',
    'password-expired',
    'fresh-sign-in-required',
    'extra-check',
    'device-policy',
    'blocked-by-policy',
    'not-assigned',
    'account-disabled',
    'account-gone',
    'account-not-in-tenant',
    'registration-wrong',
    'platform-wrong',
    'app-unavailable',
    'tenant-unknown',
  ])('is noted where it is %s', async (reason) => {
    await noteStanding(id, new AppError(reason));
    await expect(checkStanding(id, now)).rejects.toMatchObject({ reason });
  });

  it.each<Reason>(['offline', 'consent-missing', 'unverified', 'microsoft-unavailable'])(
    'is not %s, which is asked about at once',
    async (reason) => {
      await noteStanding(id, new AppError(reason));
      expect(await stored()).toBeNull();
    },
  );

  it('gives the claims of the request that failed, unless the failure brought others', async () => {
    await noteStanding(id, new AppError('extra-check'), '{"of":"request"}');
    expect(await stored()).toMatchObject({ claims: '{"of":"request"}' });
    await noteStanding(id, new AppError('extra-check', { claims: '{"of":"failure"}' }), '{"of":"request"}');
    await expect(checkStanding(id, now)).rejects.toMatchObject({ claims: '{"of":"failure"}' });
  });

  it('has no claims where neither the failure nor the request had any', async () => {
    await noteStanding(id, new AppError('extra-check'));
    expect(await stored()).toMatchObject({ claims: null });
    await expect(checkStanding(id, now)).rejects.toMatchObject({ claims: undefined });
  });

  it('is noted without what could not be done, which differs from caller to caller', async () => {
    await noteStanding(id, new AppError('extra-check', { purpose: 'mail-list', detail: 'AADSTS50076' }));
    expect((await stored())?.obstacle).toEqual({ reason: 'extra-check', detail: 'AADSTS50076' });
  });

  it('leaves the time at which the session was last tried', async () => {
    await noteSessionTry(id, async () => undefined, now);
    await noteStanding(id, new AppError('session-ended'));
    expect(await stored()).toMatchObject({ triedSessionAt: now, obstacle: { reason: 'session-ended' } });
  });

  it('is no error for the caller if it cannot be stored', async () => {
    fake.session.isFull = true;
    await noteStanding(id, new AppError('session-ended'));
    await keepClaims(id, '{}');
    fake.session.isFull = false;
    expect(await stored()).toBeNull();
  });
});

describe("A try of Microsoft's session", () => {
  const tried = (at: number) => noteSessionTry(id, async () => undefined, at);

  it('is made once in ten minutes', async () => {
    await tried(now);
    await expect(tried(now + SESSION_PAUSE_MS - 1)).rejects.toMatchObject({ reason: 'session-ended' });
    await tried(now + SESSION_PAUSE_MS);
    expect(await stored()).toMatchObject({ triedSessionAt: now + SESSION_PAUSE_MS });
  });

  it('is not made, and not counted, where the check before it fails', async () => {
    await expect(
      noteSessionTry(id, () => Promise.reject(new AppError('offline')), now),
    ).rejects.toMatchObject({ reason: 'offline' });
    expect(await stored()).toBeNull();
  });

  it('is not made where it cannot be noted, for it would be made over and over', async () => {
    fake.session.isFull = true;
    await expect(tried(now)).rejects.toMatchObject({ reason: 'session-ended' });
  });

  it('leaves what stands as it is', async () => {
    await noteStanding(id, new AppError('refresh-token-expired'), '{"a":1}');
    await tried(now + 1);
    expect(await stored()).toMatchObject({
      obstacle: { reason: 'refresh-token-expired' },
      claims: '{"a":1}',
      notedAt: now,
    });
  });

  it('is forgotten if it gave no result, and may be repeated at once', async () => {
    await noteStanding(id, new AppError('refresh-token-expired'));
    await tried(now);
    await forgetSessionTry(id);
    expect(await stored()).toMatchObject({
      obstacle: { reason: 'refresh-token-expired' },
      triedSessionAt: null,
    });
    await tried(now + 1);
    expect(await stored()).toMatchObject({ triedSessionAt: now + 1 });
  });

  it('leaves nothing to forget if it was never made', async () => {
    await forgetSessionTry(id);
    expect(fake.session.items).toEqual({});
  });

  it('is no error for the caller if it cannot be forgotten', async () => {
    await tried(now);
    fake.session.isFull = true;
    await forgetSessionTry(id);
    expect(await stored()).toMatchObject({ triedSessionAt: now });
  });
});

describe('Claims that a window has failed with', () => {
  it('are kept for the next window, and stop no silent renewal', async () => {
    await keepClaims(id, '{"a":1}', now);
    expect(await stored()).toEqual({ obstacle: null, notedAt: now, claims: '{"a":1}', triedSessionAt: null });
    expect(await checkStanding(id, now)).toBeNull();
  });

  it('replace those of what stands, which goes on standing', async () => {
    await noteStanding(id, new AppError('extra-check'), '{"a":1}');
    await keepClaims(id, '{"b":2}', now + 1);
    await expect(checkStanding(id, now + 1)).rejects.toMatchObject({
      reason: 'extra-check',
      claims: '{"b":2}',
    });
    expect(await stored()).toMatchObject({ notedAt: now });
  });
});

describe('An account of which nothing is noted', () => {
  it('may be tried at once, and has nothing to tell', async () => {
    expect(await checkStanding(id, now)).toBeNull();
  });

  it('has no more to tell where only a try of the session is noted', async () => {
    await noteSessionTry(id, async () => undefined, now);
    expect(await checkStanding(id, now)).toBeNull();
  });
});

describe('A time is within a span', () => {
  it.each([
    ['now', now, true],
    ['shortly before its end', now - 999, true],
    ['at its end', now - 1000, false],
    ['in the future, which is a clock that was put back', now + 1, false],
    ['never', null, false],
  ])('counts only between its start and its end: %s', (_, at, expected) => {
    expect(isWithin(at, 1000, now)).toBe(expected);
  });
});
