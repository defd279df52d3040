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

describe('In front of a watch', () => {
  it('stands nothing while it is off, whatever was asked before', () => {
    const isOff = { ...held('consent-missing'), isOn: false };
    expect(inFrontOf('unread', isOff, closed)).toEqual(NOTHING);
  });

  it('stands what keeps it from its data', () => {
    expect(inFrontOf('unread', held('consent-missing'), undefined).barrier).toEqual({
      reason: 'consent-missing',
    });
  });

  it('stands how its own window ended, above the terms that led to it', () => {
    expect(inFrontOf('unread', held('consent-missing'), closed)).toMatchObject({
      notice: closed,
      barrier: { reason: 'consent-missing' },
    });
  });

  it('stands nothing that a click elsewhere came to', () => {
    expect(inFrontOf('meetings', on, closed)).toEqual(NOTHING);
  });

  it('stands a no to its permission until that has been given after all', () => {
    const declined: Obstacle = { reason: 'declined', purpose: 'mail-list' };
    expect(inFrontOf('unread', held('declined'), declined).barrier).toBe(declined);
    expect(inFrontOf('unread', on, declined)).toMatchObject({ barrier: null, isOutdated: true });
  });
});

describe('How a watch stands', () => {
  it.each<[string, WatchState, string]>([
    ['off', off, 'Off'],
    ['on, and about to look', { ...on, lookedAt: null }, 'On'],
    ['waiting for the person', held('consent-missing'), 'On, but waiting for you'],
    ['waiting for the browser', held('notifications-off'), 'On, but waiting for you'],
    ['waiting for the network', held('offline'), 'On, but waiting'],
  ])('is said of one that is %s', (_, state, words) => {
    expect(sayState(state, state.obstacle, now)).toBe(words);
  });

  it('is said with the time of the last look', () => {
    const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(now);
    expect(sayState(on, null, now)).toBe(`On, last looked at ${time}`);
  });
});
