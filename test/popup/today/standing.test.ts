import { describe, expect, it } from 'vitest';
import { type Source, sharedObstacle, standingOf, summarise } from '../../../popup/today/standing.ts';
import type { Reason } from '../../../src/errors.ts';

const part = (reason: Reason | null, readAt: number | null = null) => ({
  data: readAt === null ? null : 'data',
  readAt,
  obstacle: reason && { reason },
  reply: null,
  isLoading: false,
  reload: () => undefined,
});

describe('A part of Today', () => {
  it.each<[string, Reason | null, number | null]>([
    ['waiting', null, null],
    ['shown', null, 1],
    ['shown', 'offline', 1],
    ['offered', 'consent-missing', null],
    ['offered', 'postponed', null],
    ['offered', 'approval-needed', null],
    ['offered', 'paused', null],
    ['failed', 'offline', null],
    ['failed', 'throttled', null],
    ['failed', 'no-access', null],
    ['failed', 'not-found', null],
    ['barred', 'session-ended', null],
    ['barred', 'wrong-account', null],
    ['barred', 'account-disabled', null],
  ])('is %s with the obstacle %s and data of %s', (standing, reason, readAt) => {
    expect(standingOf(part(reason, readAt))).toBe(standing);
  });
});

describe('The panel Today', () => {
  const shared = (...reasons: (Reason | null)[]) =>
    sharedObstacle(reasons.map((reason) => part(reason)))?.reason ?? null;

  it('shows once an obstacle that bars the whole account', () => {
    expect(shared(null, 'consent-missing', 'session-ended', 'session-ended')).toBe('session-ended');
  });

  it('shows once a failure that all readable parts share', () => {
    expect(shared('offline', 'consent-missing', 'offline', 'offline')).toBe('offline');
  });

  it('leaves an obstacle to a part that alone has it', () => {
    expect(shared('offline', 'throttled', 'offline', 'offline')).toBeNull();
    expect(shared('offline', null, 'offline', 'offline')).toBeNull();
    expect(shared('offline', 'consent-missing', 'paused', 'postponed')).toBeNull();
    expect(sharedObstacle([part('offline'), part('offline', 1)])).toBeNull();
  });

  it('is as old as its oldest data, and offers the parts without a permission', () => {
    const parts: Record<Source, ReturnType<typeof part>> = {
      calendar: part('throttled', 5),
      mail: part(null, 3),
      tasks: part('consent-missing'),
      files: part('not-found'),
    };
    expect(summarise(parts)).toMatchObject({
      data: true,
      readAt: 3,
      shared: null,
      beside: { reason: 'throttled' },
      offered: [{ source: 'tasks', obstacle: { reason: 'consent-missing' } }],
    });
    expect(summarise({ ...parts, calendar: part(null), mail: part(null) })).toMatchObject({
      data: null,
      readAt: null,
    });
  });
});
