import { beforeEach, describe, expect, it } from 'vitest';
import { findBarrier, isBarrier, isPassing, isWorthMark } from '../../../background/watch/barriers.ts';
import { REASONS, type Reason } from '../../../src/errors.ts';
import { resetFakeBrowser } from '../../fakes/fake-browser.ts';
import { surroundings } from '../../fakes/fake-surroundings.ts';
import { everything, ID, ledgerOf, revoked } from './signed-in.ts';

beforeEach(resetFakeBrowser);

const those = (test: (obstacle: { reason: Reason }) => boolean) =>
  REASONS.filter((reason) => test({ reason })).sort();

describe('The barrier to a background check', () => {
  it('is a permission that is wanting, with what it is for', async () => {
    const ledger = ledgerOf({ 'Mail.ReadBasic': revoked });
    expect(await findBarrier(ledger, ID, 'unread')).toEqual({
      reason: 'consent-revoked',
      purpose: 'mail-list',
    });
    expect(await findBarrier(ledger, ID, 'meetings')).toEqual({
      reason: 'consent-missing',
      purpose: 'calendar',
    });
  });

  it('is the browser’s permission for reminders, but not for the unread number', async () => {
    const ledger = ledgerOf(everything);
    expect(await findBarrier(ledger, ID, 'meetings')).toEqual({
      reason: 'notifications-off',
      purpose: 'calendar',
    });
    expect(await findBarrier(ledger, ID, 'unread')).toBeNull();
    surroundings.allowed.add('notifications');
    expect(await findBarrier(ledger, ID, 'meetings')).toBeNull();
  });

  it('is found without asking anybody for exactly these reasons', () => {
    expect(those(isBarrier)).toEqual(
      [
        'consent-missing',
        'consent-revoked',
        'postponed',
        'declined',
        'partly-granted',
        'approval-needed',
        'approval-likely',
        'paused',
        'notifications-off',
      ].sort(),
    );
  });
});

describe('An obstacle', () => {
  it('passes by itself for exactly these reasons', () => {
    expect(those(isPassing)).toEqual(
      [
        'offline',
        'network-sign-in',
        'microsoft-unavailable',
        'throttled',
        'loop-stopped',
        'not-answered',
        'unexpected',
      ].sort(),
    );
  });

  it.each<[Reason, boolean]>([
    ['notifications-off', true],
    ['session-ended', true],
    ['consent-missing', true],
    ['consent-revoked', true],
    ['approval-needed', true],
    ['wrong-account', true],
    ['paused', false],
    ['postponed', false],
    ['declined', false],
    ['offline', false],
    ['unexpected', false],
    ['no-access', false],
    ['account-disabled', false],
  ])('puts a mark on the icon for some reasons only: %s, %s', (reason, isWorth) => {
    expect(isWorthMark({ reason })).toBe(isWorth);
  });
});
