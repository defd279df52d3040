import type { AccountBook } from '../../../background/auth/accounts.ts';
import type { Ledger } from '../../../background/auth/ledger.ts';
import type { LedgerEntry, LedgerRecord } from '../../../src/ledger.ts';
import type { Permission } from '../../../src/permissions.ts';
import type { AccountRecord } from '../../../src/storage.ts';
import type { Meeting, WatchStand } from '../../../src/watch-memory.ts';
import type { WatchName } from '../../../src/watches.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const NOW = Date.parse('2026-11-23T09:00:00Z');
export const SINCE = NOW - HOUR;
export const ID = 'mira';

export const account = (watches: WatchName[] = ['unread', 'meetings'], since = SINCE): AccountRecord => ({
  id: ID,
  name: 'Mira',
  username: 'mira@fernleigh.example',
  tenantId: 'tenant',
  loginHint: 'mira',
  isPersonal: false,
  subject: 'subject',
  since,
  watches,
});

/** The book as far as work for an account needs it: these are signed in. */
export function bookOf(...ids: string[]): AccountBook {
  const accounts = { active: null, list: ids.map((id) => ({ ...account(), id })) };
  const book: Pick<AccountBook, 'change'> = { change: async (make) => (await make(accounts)).result };
  return book as AccountBook;
}

/** What is on record of permissions, each granted but for what is said of it. */
export function ledgerOf(parts: { [P in Permission]?: Partial<LedgerEntry> }): Ledger {
  const entry: LedgerEntry = {
    askedAt: null,
    askedFor: null,
    answer: 'granted',
    answeredAt: NOW - HOUR,
    grantedAt: NOW - HOUR,
    grantedBy: 'you',
    revokedAt: null,
    isPaused: false,
    lastUsedAt: null,
    uses: 0,
  };
  const entries = Object.fromEntries(
    Object.entries(parts).map(([scope, part]) => [scope, { ...entry, ...part }]),
  );
  const record: LedgerRecord = { entries, steps: [] };
  const ledger: Pick<Ledger, 'read'> = { read: async () => record };
  return ledger as Ledger;
}

export const everything = { 'Mail.ReadBasic': {}, 'Calendars.ReadBasic': {} } as const;
export const revoked = { grantedAt: null, revokedAt: NOW - HOUR, answer: null } as const;

/** A meeting of an hour that begins now, but for what is said of it. */
export const meetingOf = (part: Partial<Meeting> = {}): Meeting => ({
  id: 'one',
  subject: 'Ferns',
  start: NOW,
  end: NOW + HOUR,
  isAllDay: false,
  isCancelled: false,
  location: null,
  response: 'accepted',
  joinUrl: null,
  webLink: null,
  series: null,
  ...part,
});

/** The state of the checks before the first one, but for what is said of it. */
export const standOf = (part: Partial<WatchStand> = {}): WatchStand => ({
  since: SINCE,
  unread: null,
  lookedAt: {},
  obstacles: {},
  barred: [],
  nextAt: NOW,
  triedAt: null,
  failures: 0,
  ...part,
});
