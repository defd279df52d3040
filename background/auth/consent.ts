import type { Reason } from '../../src/errors.ts';
import type { LedgerEntry, LedgerRecord } from '../../src/ledger.ts';
import { coveringScope, type Permission } from '../../src/permissions.ts';
import { needsOf } from '../../src/purposes.ts';
import { entryOf, grantedScopes } from './ledger-entries.ts';

/** Which scopes to ask a token for, so that a need is met; or which permissions are wanting, and why. */
export type Plan =
  | { kind: 'granted'; scopes: string[] }
  | { kind: 'wanting'; missing: Permission[]; reason: Reason };

/**
 * What is on record about a need. A permission that was granted as part of a broader one is asked for by the broader
 * one's name, for Entra has no consent on record for the narrower (AADSTS65001).
 */
export function planFor(ledger: LedgerRecord, needed: readonly Permission[]): Plan {
  const paused = needed.filter((permission) => entryOf(ledger, permission).isPaused);
  if (paused.length > 0) return { kind: 'wanting', missing: paused, reason: 'paused' };
  const usable = usableScopes(ledger);
  const found = needed.map((permission) => ({ permission, scope: coveringScope(usable, permission) }));
  const missing = found.flatMap(({ permission, scope }) => (scope === null ? [permission] : []));
  if (missing.length === 0) {
    return { kind: 'granted', scopes: found.flatMap(({ scope }) => scope ?? []) };
  }
  return { kind: 'wanting', missing, reason: whyMissing(missing.map((each) => entryOf(ledger, each))) };
}

/** What a need is wanting and a person or an administrator could give; what is only paused is not. */
export function missingPermissions(
  ledger: LedgerRecord,
  needed: readonly Permission[],
): readonly Permission[] {
  const plan = planFor(ledger, needed);
  return plan.kind === 'wanting' && plan.reason !== 'paused' ? plan.missing : [];
}

/** Granted, and not paused. An account of which nothing is on record has at least been signed in. */
function usableScopes(ledger: LedgerRecord): readonly string[] {
  if (Object.keys(ledger.entries).length === 0) return needsOf('profile');
  return grantedScopes(ledger).filter((scope) => !entryOf(ledger, scope).isPaused);
}

/** In this order, where several are missing for different reasons. */
function whyMissing(entries: readonly LedgerEntry[]): Reason {
  const has = (test: (entry: LedgerEntry) => boolean) => entries.some(test);
  if (has(({ answer }) => answer === 'approval-needed')) return 'approval-needed';
  if (has(({ answer }) => answer === 'declined')) return 'declined';
  // Said after it was taken back: the next yes or no replaces it.
  if (has(({ answer }) => answer === 'postponed')) return 'postponed';
  if (has(({ revokedAt }) => revokedAt !== null)) return 'consent-revoked';
  return 'consent-missing';
}
