import { WATCH_NAMES, type Watching, type WatchName } from '../../src/watches.ts';
import type { AccountBook } from '../auth/accounts.ts';

/** What is watched, and for whom. */
export interface Watches {
  read(accountId: string): Promise<Watching>;
  set(accountId: string, watch: WatchName, isOn: boolean): Promise<void>;
}

export function createWatches({ book }: { book: AccountBook }): Watches {
  return {
    async read(accountId) {
      const on = (await book.find(accountId))?.watches ?? [];
      const state = (name: WatchName) => ({ isOn: on.includes(name), obstacle: null, lookedAt: null });
      return { unread: state('unread'), meetings: state('meetings') };
    },
    set: (accountId, watch, isOn) =>
      book.change(async (accounts) => {
        const list = accounts.list.map((account) => {
          if (account.id !== accountId) return account;
          const on = new Set(account.watches);
          if (isOn) on.add(watch);
          else on.delete(watch);
          return { ...account, watches: WATCH_NAMES.filter((name) => on.has(name)) };
        });
        return { accounts: { ...accounts, list }, result: undefined };
      }),
  };
}
