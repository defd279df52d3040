import type { LedgerLine } from '../../src/ledger.ts';
import { readPermission } from '../../src/permissions.ts';

/** A line of a ledger on which nothing has happened but what is given. */
export function ledgerLine(scope: string, happened: Partial<LedgerLine> = {}): LedgerLine {
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
    ...happened,
  };
}

/** What a yes in Microsoft's window leaves in a ledger. */
export const granted = (at: number) =>
  ({ askedAt: at, answer: 'granted', answeredAt: at, grantedAt: at, grantedBy: 'you' }) as const;
