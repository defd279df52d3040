import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { FileItemShape } from './data/files.ts';
import { LedgerShape } from './ledger.ts';
import { ObstacleShape } from './obstacles.ts';
import { PURPOSE_NAMES } from './purposes.ts';
import { type AreaName, stored } from './stored.ts';
import { MeetingsShape, RemindersShape, WatchStandShape } from './watch-memory.ts';
import { WatchNameShape } from './watches.ts';

const epochMs = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The layout of what is on disk; see background/auth/schema.ts. */
export const schemaVersion = stored('local', 'schema', v.pipe(v.number(), v.integer()));

const AccountShape = v.object({
  id: v.string(),
  name: v.string(),
  username: v.string(),
  tenantId: v.string(),
  /** Entra's opaque `login_hint` claim, or the user name: brings the person straight to this account. */
  loginHint: v.string(),
  isPersonal: v.boolean(),
  /** Who the account is to this app, in Entra's words: the `sub` of its ID tokens, which never changes. */
  subject: v.string(),
  /** Tells one sign-in of an account from the next, so that work begun before a sign-out stores nothing after. */
  since: epochMs,
  /** What Lanyard looks for by itself; nothing, until the person turns it on. */
  watches: v.exactOptional(v.array(WatchNameShape)),
});

/** A signed-in account as the background keeps it. */
export type AccountRecord = v.InferOutput<typeof AccountShape>;

/** Who is signed in, in the order of signing in, and whose data is shown. */
export const AccountsShape = v.object({ active: v.nullable(v.string()), list: v.array(AccountShape) });
export type Accounts = v.InferOutput<typeof AccountsShape>;

/** The accounts, in memory for quick reading; the vault keeps them. */
export const accountsInSession = stored('session', 'accounts', AccountsShape);

/** The Microsoft window that is open now. One found when the background starts is from a life that has ended. */
export const openFlow = stored(
  'session',
  'openFlow',
  v.object({
    since: epochMs,
    accountId: v.nullable(v.string()),
    purpose: v.exactOptional(v.picklist(PURPOSE_NAMES)),
  }),
);

/** How the last sign-in ended, when it did not end well, until the person has read it; null: no account yet. */
export const lastObstacle = stored(
  'session',
  'lastObstacle',
  v.object({ accountId: v.nullable(v.string()), obstacle: ObstacleShape }),
);

/** Who has just been signed out here, while Microsoft's own session goes on. Several share no tenant and no hint. */
export const farewell = stored(
  'session',
  'farewell',
  v.object({ username: v.string(), tenantId: v.nullable(v.string()), loginHint: v.nullable(v.string()) }),
);

const AccessTokenShape = v.object({
  token: v.string(),
  scopes: v.array(v.string()),
  obtainedAt: epochMs,
  expiresOn: epochMs,
  refreshOn: v.optional(epochMs),
});

/** An access token with the permissions it carries; `refreshOn` is when Entra wants it renewed. Epoch ms. */
export type AccessToken = v.InferOutput<typeof AccessTokenShape>;

/** The access tokens of one account. */
export const accessTokensOf = (accountId: string) =>
  stored('session', `tokens:${accountId}`, v.array(AccessTokenShape));

/**
 * Why silence is at its end for an account, since when, and when Microsoft's session was last tried for it. `claims`
 * is what Microsoft wants the next request to carry (JSON).
 */
export const standingOf = (accountId: string) =>
  stored(
    'session',
    `standing:${accountId}`,
    v.object({
      obstacle: v.nullable(ObstacleShape),
      notedAt: epochMs,
      claims: v.nullable(v.string()),
      triedSessionAt: v.nullable(epochMs),
    }),
  );

/** What was asked of an account's owner and granted, in memory for quick reading; the vault keeps it. */
export const ledgerInSession = (accountId: string) => stored('session', `ledger:${accountId}`, LedgerShape);

/** When tokens were asked for, for the limit on how often. */
export const tokenRequestsOf = (accountId: string) =>
  stored('session', `requests:${accountId}`, v.array(epochMs));

/** Until when Graph wants to be left alone by an account (epoch ms), by the kind of data. */
export const pausesOf = (accountId: string) =>
  stored('session', `pauses:${accountId}`, v.record(v.string(), epochMs));

/** How far the files of an account's drive are known: where to ask for what has changed, and the newest of them. */
export const fileSyncOf = (accountId: string) =>
  stored('session', `files:${accountId}`, v.object({ next: v.string(), newest: v.array(FileItemShape) }));

/** How the watches of an account stand. */
export const watchOf = (accountId: string) => stored('session', `watch:${accountId}`, WatchStandShape);

/** The meetings of an account that are about to come. */
export const meetingsOf = (accountId: string) => stored('session', `meetings:${accountId}`, MeetingsShape);

/** The reminders that were shown for an account, until their meetings are over. */
export const remindersOf = (accountId: string) => stored('session', `reminders:${accountId}`, RemindersShape);

/** What pages were told last of all watches, in a form that only serves to be compared. */
export const watchesTold = stored('session', 'watchesTold', v.string());

/** Forgets what looking has brought for an account. */
export function dropWatched(accountId: string): Promise<void> {
  return removeKeys(
    'session',
    ['watch', 'meetings', 'reminders'].map((name) => `${name}:${accountId}`),
  );
}

/** A sign written over the icon for a while, above whatever else it shows. */
export const iconSign = stored('session', 'iconSign', v.string());

/** The ids of the accounts for which memory holds anything. */
export async function accountsInMemory(): Promise<string[]> {
  const keys = await keysOf('session', '');
  const held =
    /^(?:tokens|standing|requests|ledger|pauses|files|watch|meetings|reminders|snapshot:[^:]*):(.*)$/s;
  return keys.flatMap((key) => held.exec(key)?.[1] ?? []);
}

/** A sealed value of the vault. */
export const SealedShape = v.object({ v: v.literal(1), nonce: v.string(), data: v.string() });

/** One sealed value: what it is for, and whose it is. */
export const sealed = (area: AreaName, name: string) => stored(area, `vault:${name}`, SealedShape);

/** The keys in an area that begin so. */
export async function keysOf(area: AreaName, prefix: string): Promise<string[]> {
  return Object.keys(await browser.storage[area].get(null)).filter((key) => key.startsWith(prefix));
}

/** Removes values by their keys. */
export function removeKeys(area: AreaName, keys: string[]): Promise<void> {
  return browser.storage[area].remove(keys);
}

/**
 * Closes both areas to content scripts, of which Lanyard has none. Firefox does not know the call, and keeps
 * session storage to the extension's own contexts anyway.
 */
export async function closeToContentScripts(): Promise<void> {
  for (const area of [browser.storage.session, browser.storage.local]) {
    const close: unknown = Reflect.get(area, 'setAccessLevel');
    if (typeof close === 'function') await close.call(area, { accessLevel: 'TRUSTED_CONTEXTS' });
  }
}
