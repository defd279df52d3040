import {
  type Activity,
  type ActivityStep,
  type Answer,
  type Grantor,
  type LedgerEntry,
  type LedgerRecord,
  STEP_MS,
} from '../../src/ledger.ts';
import { covers, graphScopes, type Permission, readPermission } from '../../src/permissions.ts';
import type { Purpose } from '../../src/purposes.ts';

/** The changes that can be made to a ledger: each takes one and gives the next. `now` is epoch milliseconds. */

export const emptyLedger: LedgerRecord = { entries: {}, steps: [] };

const blank: LedgerEntry = {
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
};

/** What comes from a server is bounded: more scopes than Graph has are not believed. */
const MOST_ENTRIES = 100;
const SCOPE = /^[\w.:/-]{1,120}$/;

const LONGEST_LINE_MS = 24 * 60 * 60_000;

export function entryOf({ entries }: LedgerRecord, scope: string): LedgerEntry {
  return (Object.hasOwn(entries, scope) && entries[scope]) || blank;
}

function withEntries(
  ledger: LedgerRecord,
  scopes: readonly string[],
  change: (entry: LedgerEntry) => Partial<LedgerEntry>,
): LedgerRecord {
  // The same ledger says that there is nothing new to store or to show.
  if (scopes.length === 0) return ledger;
  const changed = scopes.map((scope) => {
    const entry = entryOf(ledger, scope);
    return [scope, { ...entry, ...change(entry) }] as const;
  });
  return { ...ledger, entries: { ...ledger.entries, ...Object.fromEntries(changed) } };
}

/** Microsoft's window is about to open for these. */
export function asAsked(
  ledger: LedgerRecord,
  permissions: readonly Permission[],
  askedFor: Purpose,
  now: number,
): LedgerRecord {
  return withEntries(ledger, permissions, () => ({ askedAt: now, askedFor, answer: null, answeredAt: null }));
}

/** The person, or their organisation, has answered. */
export function asAnswered(
  ledger: LedgerRecord,
  permissions: readonly Permission[],
  answer: Answer,
  now: number,
): LedgerRecord {
  return withEntries(ledger, permissions, () => ({ answer, answeredAt: now }));
}

/** Those of them whose window is open, or was when a background was stopped. */
export function openAsks({ entries }: LedgerRecord): Permission[] {
  return Object.entries(entries).flatMap(([scope, { askedAt, answer }]) => {
    const permission = askedAt !== null && answer === null ? readPermission(scope) : null;
    return permission ? [permission] : [];
  });
}

/** How a token answer came about. */
export interface Arrival {
  /** What was asked of the person, or of an administrator, in a window just now. */
  asked: readonly Permission[];
  grantor: Grantor;
}

/** A token answer lists what is granted: what was not on record is now, with who granted it as far as known. */
export function asGranted(
  ledger: LedgerRecord,
  scopes: readonly string[],
  { asked, grantor }: Arrival,
  now: number,
): LedgerRecord {
  const wasAsked = new Set<string>(asked);
  const listed = graphScopes(scopes).filter((scope) => SCOPE.test(scope));
  const isKnown = (scope: string) => Object.hasOwn(ledger.entries, scope);
  const room = Math.max(MOST_ENTRIES - Object.keys(ledger.entries).length, 0);
  const news = [
    ...listed.filter(isKnown),
    ...listed.filter((scope) => !isKnown(scope)).slice(0, room),
  ].filter((scope) => wasAsked.has(scope) || !isGranted(entryOf(ledger, scope)));
  return news.reduce((made, scope) => {
    return withEntries(made, [scope], (entry) => ({
      grantedAt: entry.grantedAt ?? now,
      grantedBy: wasAsked.has(scope) ? grantor : (entry.grantedBy ?? 'earlier'),
      revokedAt: null,
      answer: 'granted',
      answeredAt: now,
    }));
  }, ledger);
}

/** Microsoft has turned these down, although they had been granted. */
export function asRevoked(ledger: LedgerRecord, scopes: readonly string[], now: number): LedgerRecord {
  const granted = scopes.filter((scope) => isGranted(entryOf(ledger, scope)));
  const revoked = withEntries(ledger, granted, () => ({
    grantedAt: null,
    grantedBy: null,
    revokedAt: now,
    answer: 'none',
    answeredAt: now,
  }));
  // There is nothing left to pause.
  const left = grantedScopes(revoked);
  const idle = Object.keys(revoked.entries).filter((scope) => !covers(left, [scope]));
  const paused = idle.filter((scope) => entryOf(revoked, scope).isPaused);
  return withEntries(revoked, paused, () => ({ isPaused: false }));
}

/** Only what is granted, be it as part of something broader, can be paused. */
export function asPaused(ledger: LedgerRecord, permission: Permission, isPaused: boolean): LedgerRecord {
  if (isPaused && !covers(grantedScopes(ledger), [permission])) return ledger;
  return withEntries(ledger, [permission], () => ({ isPaused }));
}

/** What was counted since the last time: uses by permission, and happenings by kind; `at` is epoch milliseconds. */
export interface Tally {
  at: number;
  uses: Map<Permission, number>;
  happenings: Map<Activity, number>;
}

export function withTally(ledger: LedgerRecord, { at, uses, happenings }: Tally): LedgerRecord {
  const used = [...uses].reduce(
    (made, [permission, times]) =>
      withEntries(made, [permission], (entry) => ({ uses: entry.uses + times, lastUsedAt: at })),
    ledger,
  );
  return { ...used, steps: withHappenings(ledger.steps, happenings, at) };
}

function withHappenings(
  steps: readonly ActivityStep[],
  happenings: ReadonlyMap<Activity, number>,
  now: number,
): ActivityStep[] {
  const from = now - (now % STEP_MS);
  const recent = recentSteps(steps, now);
  const last = recent.at(-1);
  const current = last?.from === from ? last : { from, token: 0, renewal: 0, window: 0, graph: 0 };
  const others = last?.from === from ? recent.slice(0, -1) : recent;
  const counted = [...happenings].map(([kind, times]) => [kind, current[kind] + times] as const);
  return [...others, { ...current, ...Object.fromEntries(counted) }];
}

/** Those of the last 24 hours; a clock that was put back leaves steps in the future, which are nobody's. */
export function recentSteps(steps: readonly ActivityStep[], now: number): ActivityStep[] {
  return steps.filter(({ from }) => from > now - LONGEST_LINE_MS && from <= now);
}

export function isGranted({ grantedAt }: LedgerEntry): boolean {
  return grantedAt !== null;
}

/** The scopes on record as granted. */
export function grantedScopes({ entries }: LedgerRecord): string[] {
  return Object.entries(entries).flatMap(([scope, entry]) => (isGranted(entry) ? [scope] : []));
}
