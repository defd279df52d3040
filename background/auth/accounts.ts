import { type AccountRecord, type Accounts, AccountsShape, accountsInSession } from '../../src/storage.ts';
import type { Vault } from './vault.ts';

/** Who is signed in. Every change is read, made and written under one lock, so that none is lost. */
export interface AccountBook {
  read(): Promise<Accounts>;
  /** The account, if it is signed in; with `since`, only in that sign-in. */
  find(accountId: string, since?: number): Promise<AccountRecord | null>;
  /** Changes the book; the change may itself store what belongs to it, and is alone while it does. */
  change<T>(make: (accounts: Accounts) => Promise<{ accounts: Accounts; result: T }>): Promise<T>;
  /** Fills the memory from the vault after a restart; false when the vault holds a book that cannot be read. */
  load(): Promise<boolean>;
}

const LOCK = 'lanyard.accounts';
const NAME = 'accounts';
const NOBODY: Accounts = { active: null, list: [] };

export function createAccountBook(vault: Vault): AccountBook {
  const read = async () => (await accountsInSession.get()) ?? NOBODY;
  const store = async (accounts: Accounts): Promise<void> => {
    if (accounts.list.length === 0) await vault.remove(NAME);
    else await vault.write(NAME, accounts);
  };
  return {
    read,
    async find(accountId, since) {
      const found = (await read()).list.find(({ id }) => id === accountId) ?? null;
      return since === undefined || found?.since === since ? found : null;
    },
    change: (make) =>
      navigator.locks.request(LOCK, async () => {
        const before = await read();
        const { accounts, result } = await make(before);
        if (accounts === before) return result;
        const steps = [() => accountsInSession.set(accounts), () => store(accounts)];
        // Memory is what everybody reads: who leaves is out of sight first, and who comes is shown last.
        if (!hasLeavers(before, accounts)) steps.reverse();
        for (const step of steps) await step();
        return result;
      }),
    async load() {
      if (await accountsInSession.get()) return true;
      const kept = await vault.read(NAME, AccountsShape);
      if (kept) await accountsInSession.set(kept);
      const isLost = kept === null && (await vault.names()).includes(NAME);
      // Said once, and not at every start.
      if (isLost) await vault.remove(NAME);
      return !isLost;
    },
  };
}

/**
 * Does something for an account, unless it has been signed out; a sign-out waits for the end of it. Null where it has.
 */
export function whileSignedIn<T>(
  book: AccountBook,
  accountId: string,
  work: () => Promise<T>,
): Promise<T | null> {
  return book.change(async (accounts) => {
    const isHere = accounts.list.some(({ id }) => id === accountId);
    return { accounts, result: isHere ? await work() : null };
  });
}

function hasLeavers(before: Accounts, { list }: Accounts): boolean {
  return before.list.some(({ id }) => !list.some((account) => account.id === id));
}

/** The book with this account in it, and active; one that was there already keeps its place. */
export function withAccount({ list }: Accounts, account: AccountRecord): Accounts {
  const isKnown = list.some(({ id }) => id === account.id);
  // What the person has turned on stays so.
  const renewed = (known: AccountRecord) =>
    known.watches ? { ...account, watches: known.watches } : account;
  return {
    active: account.id,
    list: isKnown
      ? list.map((known) => (known.id === account.id ? renewed(known) : known))
      : [...list, account],
  };
}

/** The book without these accounts; the first of the others is active, where the active one has gone. */
export function withoutAccounts({ active, list }: Accounts, ids: ReadonlySet<string>): Accounts {
  const left = list.filter(({ id }) => !ids.has(id));
  const isActiveLeft = left.some(({ id }) => id === active);
  return { active: isActiveLeft ? active : (left[0]?.id ?? null), list: left };
}
