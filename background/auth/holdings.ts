import { face } from '../../src/face.ts';
import { covers, type Permission } from '../../src/permissions.ts';
import type { Purpose } from '../../src/purposes.ts';
import {
  type AccessToken,
  accessTokensOf,
  accountsInMemory,
  dropWatched,
  pausesOf,
  standingOf,
  tokenRequestsOf,
} from '../../src/storage.ts';
import { forgetAllShown, forgetShown } from '../shown.ts';
import type { AccountBook } from './accounts.ts';
import { withAccount, withoutAccounts } from './accounts.ts';
import { type Credential, CredentialShape } from './credential.ts';
import type { Grant } from './grant.ts';
import { type Ledger, ledgerName } from './ledger.ts';
import type { Vault } from './vault.ts';

/** What is held for the accounts: refresh tokens in the vault, access tokens in memory. */
export interface Holdings {
  /** Stores a sign-in, and makes its account the active one. True when it will outlive the browser as wished. */
  addAccount(grant: Grant, ask: Ask): Promise<boolean>;
  /** Stores a renewed token, unless that sign-in has ended meanwhile; false then, and nothing is stored. */
  renew(accountId: string, since: number, grant: Grant): Promise<boolean>;
  /** The account's credential: its refresh token, and what MSAL knows of it. */
  credential(accountId: string): Promise<Credential | null>;
  setCredential(accountId: string, since: number, credential: Credential): Promise<void>;
  accessTokens(accountId: string): Promise<AccessToken[]>;
  /** Forgets the access tokens of an account, which have been revoked, and what was read with them. */
  dropAccessTokens(accountId: string): Promise<void>;
  /** Removes accounts with all that is held for them; they are gone from sight first. */
  removeAccounts(ids: readonly string[]): Promise<void>;
  /** Removes what a stopped background has left behind for accounts that are not in the book. */
  sweep(): Promise<void>;
}

/** What a window was opened for. */
export interface Ask {
  permissions: readonly Permission[];
  purpose: Purpose;
}

const nameOf = (accountId: string) => `credential:${accountId}`;
const NAME_PREFIXES = [nameOf(''), ledgerName('')];

/** An account has few sets of permissions; the newest are the ones in use. */
const MOST_TOKENS = 8;

export function createHoldings(vault: Vault, book: AccountBook, ledger: Ledger): Holdings {
  const keep = async ({ account, credential, accessToken }: Grant): Promise<boolean> => {
    const isKept = await vault.write(nameOf(account.id), credential);
    const stored = accessTokensOf(account.id);
    // A token with more permissions replaces those that it covers.
    const others = ((await stored.get()) ?? []).filter(({ scopes }) => !covers(accessToken.scopes, scopes));
    // Memory that is full costs a token request later on, and nothing else.
    await stored.set([accessToken, ...others].slice(0, MOST_TOKENS)).catch(() => stored.remove());
    await standingOf(account.id).remove();
    return isKept;
  };

  const removeHeld = async (accountId: string) => {
    await Promise.all([
      vault.remove(nameOf(accountId)),
      accessTokensOf(accountId).remove(),
      standingOf(accountId).remove(),
      tokenRequestsOf(accountId).remove(),
      pausesOf(accountId).remove(),
      forgetShown(accountId),
      dropWatched(accountId),
      ledger.remove(accountId),
    ]);
  };

  return {
    addAccount: (grant, { permissions, purpose }) =>
      book.change(async (accounts) => {
        const { account, accessToken } = grant;
        await accessTokensOf(account.id).remove();
        const result = await keep(grant);
        const arrival = { asked: permissions, grantor: 'you' } as const;
        await ledger.noteFirst(account.id, accessToken.scopes, arrival, purpose);
        return { accounts: withAccount(accounts, grant.account), result };
      }),
    renew: (accountId, since, grant) =>
      book.change(async (accounts) => {
        const known = accounts.list.find(({ id }) => id === accountId);
        if (known?.since !== since) return { accounts, result: false };
        await keep(grant);
        return { accounts, result: true };
      }),
    // A key that cannot be had now may be had later; for now there is no refresh token.
    credential: (accountId) => vault.read(nameOf(accountId), CredentialShape).catch(() => null),
    setCredential: (accountId, since, credential) =>
      book.change(async (accounts) => {
        const known = accounts.list.find(({ id }) => id === accountId);
        if (known?.since === since) await vault.write(nameOf(accountId), credential);
        return { accounts, result: undefined };
      }),
    accessTokens: async (accountId) => (await accessTokensOf(accountId).get()) ?? [],
    async dropAccessTokens(accountId) {
      await Promise.all([accessTokensOf(accountId).remove(), forgetAllShown(accountId)]);
    },
    async removeAccounts(ids) {
      await book.change(async (accounts) => ({
        accounts: withoutAccounts(accounts, new Set(ids)),
        result: undefined,
      }));
      // Should this be the end of the background's life, the next popup begins with nobody.
      await face.remove();
      await Promise.all(ids.map(removeHeld));
    },
    async sweep() {
      const known = new Set((await book.read()).list.map(({ id }) => id));
      const names = await vault.names();
      const named = NAME_PREFIXES.flatMap((prefix) =>
        names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
      );
      const held = [...named, ...(await accountsInMemory())];
      const strays = [...new Set(held)].filter((id) => !known.has(id));
      if (strays.length === 0) return;
      // The book on disk may be behind as well, and would bring them back after a restart.
      await book.change(async (accounts) => ({ accounts: { ...accounts }, result: undefined }));
      await Promise.all(strays.map(removeHeld));
    },
  };
}
