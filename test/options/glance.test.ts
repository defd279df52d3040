import { describe, expect, it } from 'vitest';
import { inFrontOf, sayState } from '../../options/glance.ts';
import type { Reason } from '../../src/errors.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import type { WatchState } from '../../src/watches.ts';

const now = 1_700_000_000_000;
const off: WatchState = { isOn: false, obstacle: null, lookedAt: null };
const on: WatchState = { isOn: true, obstacle: null, lookedAt: now };
const held = (reason: Reason): WatchState => ({ ...on, obstacle: { reason } });
const closed: Obstacle = { reason: 'window-closed', purpose: 'mail-list', of: 'again' };
const NOTHING = { notice: null, barrier: null, isOutdated: false };

describe('A watch on the settings page', () => {
  it('shows no obstacle while it is off, whatever was asked before', () => {
    const isOff = { ...held('consent-missing'), isOn: false };
    expect(inFrontOf('unread', isOff, closed)).toEqual(NOTHING);
  });

  it('shows the obstacle that keeps it from its data', () => {
    expect(inFrontOf('unread', held('consent-missing'), undefined).barrier).toEqual({
      reason: 'consent-missing',
    });
  });

  it('shows how its own window ended, above the request for consent', () => {
    expect(inFrontOf('unread', held('consent-missing'), closed)).toMatchObject({
      notice: closed,
      barrier: { reason: 'consent-missing' },
    });
  });

  it('shows nothing about a window that another click opened', () => {
    expect(inFrontOf('meetings', on, closed)).toEqual(NOTHING);
  });

  it('shows a refusal of its permission until the permission is granted', () => {
    const declined: Obstacle = { reason: 'declined', purpose: 'mail-list' };
    expect(inFrontOf('unread', held('declined'), declined).barrier).toBe(declined);
    expect(inFrontOf('unread', on, declined)).toMatchObject({ barrier: null, isOutdated: true });
  });
});

describe('The state of a watch', () => {
  it.each<[string, WatchState, string]>([
    ['off', off, 'Off'],
    ['on, and about to look', { ...on, lookedAt: null }, 'On'],
    ['waiting for the person', held('consent-missing'), 'On, but waiting for you'],
    ['waiting for the browser', held('notifications-off'), 'On, but waiting for you'],
    ['waiting for the network', held('offline'), 'On, but waiting'],
  ])('has its own words if the watch is %s', (_, state, words) => {
    expect(sayState(state, state.obstacle, now)).toBe(words);
  });

  it('includes the time of the last check', () => {
    const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(now);
    expect(sayState(on, null, now)).toBe(`On, last looked at ${time}`);
  });
});
