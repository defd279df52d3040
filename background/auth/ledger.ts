import { type Activity, type Answer, type LedgerRecord, LedgerShape } from '../../src/ledger.ts';
import { graphScopes, type Permission } from '../../src/permissions.ts';
import type { Purpose } from '../../src/purposes.ts';
import { ledgerInSession } from '../../src/storage.ts';
import type { AccountBook } from './accounts.ts';
import {
  type Arrival,
  asAnswered,
  asAsked,
  asGranted,
  asPaused,
  asRevoked,
  emptyLedger,
  grantedScopes,
  openAsks,
  type Tally,
  withTally,
} from './ledger-entries.ts';
import type { Vault } from './vault.ts';

/** What was asked of whom, for what, and what came of it; one record for each account. */
export interface Ledger {
  read(accountId: string): Promise<LedgerRecord>;
  noteAsked(accountId: string, permissions: readonly Permission[], purpose: Purpose): Promise<void>;
  noteAnswer(accountId: string, permissions: readonly Permission[], answer: Answer): Promise<void>;
  /**
   * Notes what a token answer lists as granted. Gives what was on record and is not listed any more, which only
   * asking for it can explain: Entra leaves out what needs an extra check as well as what was taken back.
   */
  noteGranted(accountId: string, scopes: readonly string[], arrival: Arrival): Promise<string[]>;
  /** The same for an account that is about to be signed in. */
  noteFirst(accountId: string, scopes: readonly string[], arrival: Arrival, purpose: Purpose): Promise<void>;
  noteRevoked(accountId: string, scopes: readonly string[]): Promise<void>;
  setPaused(accountId: string, permission: Permission, isPaused: boolean): Promise<void>;
  /** Counts something that happened, and the permissions that it used. Written down within a second. */
  count(accountId: string, kind: Activity, permissions?: readonly Permission[]): void;
  /** Writes down at once what was counted. */
  settle(accountId: string): Promise<void>;
  remove(accountId: string): Promise<void>;
}

const LOCK = 'lanyard.ledger';
const TALLY_PAUSE_MS = 1000;

/** The name of an account's ledger in the vault. */
export const ledgerName = (accountId: string) => `ledger:${accountId}`;

/** `onChange` is called when what pages show of a ledger has changed; counts alone do not. */
export function createLedger(vault: Vault, book: AccountBook, onChange: () => void): Ledger {
  const tallies = new Map<string, Tally>();

  const read = async (accountId: string): Promise<LedgerRecord> =>
    (await ledgerInSession(accountId).get()) ??
    (await vault.read(ledgerName(accountId), LedgerShape).catch(() => null)) ??
    emptyLedger;

  const store = async (accountId: string, ledger: LedgerRecord): Promise<void> => {
    // Memory that is full costs a look into the vault, and nothing else.
    const stored = ledgerInSession(accountId);
    await stored.set(ledger).catch(() => stored.remove());
    await vault.write(ledgerName(accountId), ledger);
  };

  /** Reads, makes and writes alone. Nothing is written for who has been signed out meanwhile. */
  const change = (
    accountId: string,
    make: (ledger: LedgerRecord, now: number) => LedgerRecord,
    isComing = false,
  ): Promise<LedgerRecord> =>
    navigator.locks.request(LOCK, async () => {
      const before = await read(accountId);
      const now = Date.now();
      const tally = tallies.get(accountId);
      tallies.delete(accountId);
      const counted = tally ? withTally(before, tally) : before;
      const after = make(counted, now);
      if (after === before || !(isComing || (await book.find(accountId)))) return before;
      await store(accountId, after);
      if (after !== counted) onChange();
      return before;
    });

  const noteGranted: Ledger['noteGranted'] = async (accountId, scopes, arrival) => {
    const before = await change(accountId, (ledger, now) => asGranted(ledger, scopes, arrival, now));
    const listed = new Set(graphScopes(scopes));
    return grantedScopes(before).filter((scope) => !listed.has(scope));
  };

  return {
    read,
    async noteAsked(accountId, permissions, purpose) {
      await change(accountId, (ledger, now) => asAsked(ledger, permissions, purpose, now));
    },
    async noteAnswer(accountId, permissions, answer) {
      await change(accountId, (ledger, now) => asAnswered(ledger, permissions, answer, now));
    },
    noteGranted,
    async noteFirst(accountId, scopes, arrival, purpose) {
      const make = (ledger: LedgerRecord, now: number) => {
        const open = openAsks(ledger);
        const fresh = arrival.asked.filter((permission) => !open.includes(permission));
        return asGranted(asAsked(ledger, fresh, purpose, now), scopes, arrival, now);
      };
      await change(accountId, make, true);
    },
    async noteRevoked(accountId, scopes) {
      await change(accountId, (ledger, now) => asRevoked(ledger, graphScopes(scopes), now));
    },
    async setPaused(accountId, permission, isPaused) {
      await change(accountId, (ledger) => asPaused(ledger, permission, isPaused));
    },
    count(accountId, kind, permissions = []) {
      const waiting = tallies.get(accountId);
      const tally: Tally = waiting ?? { at: 0, uses: new Map(), happenings: new Map() };
      tally.at = Date.now();
      tally.happenings.set(kind, (tally.happenings.get(kind) ?? 0) + 1);
      for (const each of permissions) tally.uses.set(each, (tally.uses.get(each) ?? 0) + 1);
      tallies.set(accountId, tally);
      // A background that is stopped within this second forgets a count, and nothing that anybody decided.
      if (!waiting) setTimeout(() => void change(accountId, same).catch(leave), TALLY_PAUSE_MS);
    },
    async settle(accountId) {
      await change(accountId, same);
    },
    remove: (accountId) =>
      navigator.locks.request(LOCK, async () => {
        tallies.delete(accountId);
        await Promise.all([vault.remove(ledgerName(accountId)), ledgerInSession(accountId).remove()]);
      }),
  };
}

function same(ledger: LedgerRecord): LedgerRecord {
  return ledger;
}

/** A count that cannot be written is lost: nothing is decided by it. */
function leave(): void {}
