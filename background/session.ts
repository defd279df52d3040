import browser from 'webextension-polyfill';
import type { Account, Session } from '../src/contract.ts';
import type { Settings } from '../src/settings.ts';
import { type AccountRecord, farewell, lastObstacle } from '../src/storage.ts';
import type { AccountBook } from './auth/accounts.ts';
import type { SignIn } from './auth/sign-in.ts';
import type { Vault } from './auth/vault.ts';

/** What a session is read from. */
export interface SessionSources {
  settings: Settings;
  book: AccountBook;
  signIn: SignIn;
  vault: Vault;
}

/** Whether this browser can sign in from an extension at all; Firefox for Android cannot. */
export function hasIdentityApi(): boolean {
  return typeof browser.identity?.launchWebAuthFlow === 'function';
}

/** Where the person stands, from storage and settings alone. */
export async function readSession(sources: SessionSources, revision: number): Promise<Session> {
  if (!hasIdentityApi()) return { revision, status: 'unsupported' };
  if (!sources.settings.clientId) {
    return { revision, status: 'unconfigured', redirectUri: browser.identity.getRedirectURL() };
  }
  const since = sources.signIn.underWaySince();
  if (since !== null) return { revision, status: 'signing-in', since };
  return { revision, ...(await whoIsHere(sources)) };
}

async function whoIsHere({ book, vault }: SessionSources) {
  const [{ active, list }, keep, last, leaving] = await Promise.all([
    book.read(),
    vault.keep(),
    lastObstacle.get(),
    farewell.get(),
  ]);
  const account = list.find(({ id }) => id === active);
  const isTheirs = last !== null && (last.accountId === null || last.accountId === account?.id);
  const shared = {
    keep,
    ...(isTheirs ? { obstacle: last.obstacle } : {}),
    ...(leaving ? { farewell: { username: leaving.username } } : {}),
  };
  return account
    ? { status: 'signed-in' as const, account: toAccount(account), accounts: list.map(toAccount), ...shared }
    : { status: 'signed-out' as const, ...shared };
}

function toAccount({ id, name, username, isPersonal }: AccountRecord): Account {
  return { id, name, username, isPersonal };
}
