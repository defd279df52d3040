import { describe, expect, it } from 'vitest';
import { presenceOffer } from '../../../popup/people/presence-offer.ts';
import type { Answer, LedgerLine } from '../../../src/ledger.ts';
import { readPermission } from '../../../src/permissions.ts';

function line(scope: string, part: Partial<LedgerLine> = {}): LedgerLine {
  return {
    scope,
    permission: readPermission(scope),
    carriedUntil: null,
    askedAt: null,
    askedFor: null,
    answer: null,
    answeredAt: null,
    grantedAt: null,
    grantedBy: null,
    revokedAt: null,
    isPaused: false,
    lastUsedAt: null,
    uses: 0,
    ...part,
  };
}

const offer = (...lines: LedgerLine[]) => presenceOffer({ lines, steps: [] });

describe('The offer to show presence', () => {
  it('is made if the permission was never asked for', () => {
    const own = line('Presence.Read', { grantedAt: 1 });
    expect(offer(own)).toEqual({ reason: 'consent-missing', purpose: 'people-presence' });
  });

  it('is not made if the permission is granted', () => {
    expect(offer(line('Presence.Read.All', { grantedAt: 1 }))).toBeNull();
  });

  it.each<[Answer, string | null]>([
    ['postponed', null],
    ['declined', 'declined'],
    ['approval-needed', 'approval-needed'],
    ['none', 'consent-missing'],
  ])('names after the answer %s the obstacle %s', (answer, reason) => {
    expect(offer(line('Presence.Read.All', { answer, askedAt: 1 }))?.reason ?? null).toBe(reason);
  });

  it('is not made while the permission is paused', () => {
    expect(offer(line('Presence.Read.All', { grantedAt: 1, isPaused: true }))).toBeNull();
  });
});
