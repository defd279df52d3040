import { beforeEach, describe, expect, it } from 'vitest';
import {
  lastTokenRequest,
  recentTokenRequests,
  spendTokenRequest,
} from '../../../background/auth/request-budget.ts';
import { fake, resetFakeBrowser } from '../../fakes/fake-browser.ts';

const minutes = (count: number) => count * 60_000;
const now = Date.UTC(2026, 5, 1, 12);
beforeEach(resetFakeBrowser);

describe('The requests for a token that count', () => {
  it('are those of the last five minutes, by account', async () => {
    await spendTokenRequest('a', now);
    await spendTokenRequest('a', now + 1);
    await spendTokenRequest('b', now);
    expect(await recentTokenRequests('a', now + minutes(5) - 1)).toBe(2);
    expect(await recentTokenRequests('a', now + minutes(5))).toBe(1);
    expect(await recentTokenRequests('a', now + minutes(5) + 1)).toBe(0);
  });

  it('name the time of the last one, until it is too old', async () => {
    expect(await lastTokenRequest('a', now)).toBeNull();
    await spendTokenRequest('a', now);
    await spendTokenRequest('a', now + 7);
    expect(await lastTokenRequest('a', now + 8)).toBe(now + 7);
    expect(await lastTokenRequest('a', now + 7 + minutes(5))).toBeNull();
  });

  it('count as made just now where the clock was put back behind them', async () => {
    await spendTokenRequest('a', now);
    expect(await lastTokenRequest('a', now - 10)).toBe(now - 10);
  });

  it('are ten at most, and the eleventh is told when the first is too old', async () => {
    for (let count = 0; count < 10; count += 1) await spendTokenRequest('a', now + count);
    await expect(spendTokenRequest('a', now + 10)).rejects.toMatchObject({
      reason: 'loop-stopped',
      retryAt: now + minutes(5),
    });
    expect(await recentTokenRequests('a', now + 10)).toBe(10);
    await spendTokenRequest('a', now + minutes(5));
  });

  it('are remembered by this life where memory is full, and stored once there is room', async () => {
    fake.session.isFull = true;
    await spendTokenRequest('full', now);
    expect(fake.session.items).toEqual({});
    expect(await recentTokenRequests('full', now)).toBe(1);
    fake.session.isFull = false;
    await spendTokenRequest('full', now + 1);
    expect(fake.session.items['requests:full']).toEqual([now, now + 1]);
    fake.session.items['requests:full'] = [];
    expect(await recentTokenRequests('full', now + 1)).toBe(0);
  });
});
