import { AppError, toAppError } from '../../src/errors.ts';
import { toObstacle } from '../../src/obstacles.ts';
import { type AccessToken, type AccountRecord, standingOf } from '../../src/storage.ts';
import type { AccountBook } from './accounts.ts';
import type { AuthClient } from './auth-client.ts';
import { isDamage, isPermanentRefusal } from './classify.ts';
import { hasRefreshToken, withoutRefreshToken } from './credential.ts';
import { type Grant, toGrant } from './grant.ts';
import type { Holdings } from './holdings.ts';
import { acquireFromBrowserSession } from './interactive.ts';
import { checkReachable } from './reachability.ts';
import { lastTokenRequest, spendTokenRequest } from './request-budget.ts';
import { covers } from './scopes.ts';

/** A need for a token. `refused` is an access token that the service has just turned down. */
export interface TokenNeed {
  accountId: string;
  scopes: readonly string[];
  refused?: string;
}

/** The silent way to an access token. Never opens a window; the token stays in the background. */
export interface Ladder {
  /**
   * @throws AppError `sign-in-needed` when silence is at its end, else why the network or Microsoft failed;
   *   neither signs anybody out
   */
  token(need: TokenNeed): Promise<string>;
}

interface Climb {
  auth: AuthClient;
  holdings: Holdings;
  book: AccountBook;
  account: AccountRecord;
  scopes: readonly string[];
}

/**
 * A way to a new token, tried when those before it have failed. It rejects with `sign-in-needed` to have the next
 * one tried; any other failure (no network, a pause that Microsoft asks for) ends the climb.
 */
type Rung = (climb: Climb) => Promise<Grant>;

/** After the cache, in this order. */
const RUNGS: readonly Rung[] = [byRefreshToken, byBrowserSession];

/** A token this near its end is not handed out: the request with it would arrive too late. */
const LAST_MOMENT_MS = 60_000;
/** One this near its end still serves, and a new one is fetched meanwhile. */
const AGING_MS = 5 * 60_000;
/** Not more often than this, where fetching ahead of need fails. */
const RENEWAL_PAUSE_MS = 60_000;
/** Microsoft's session is asked for silently no more often than this; and so is an account that needs its person. */
const SESSION_PAUSE_MS = 10 * 60_000;

export function createLadder(auth: AuthClient, holdings: Holdings, book: AccountBook): Ladder {
  const climbs = new Map<string, Promise<AccessToken>>();

  /** All callers share the climb of their account. */
  const climb = (account: AccountRecord, scopes: readonly string[]): Promise<AccessToken> => {
    const underWay = climbs.get(account.id);
    if (underWay) return underWay;
    const started = ascend({ auth, holdings, book, account, scopes }).finally(() =>
      climbs.delete(account.id),
    );
    climbs.set(account.id, started);
    return started;
  };

  return {
    async token(need) {
      // First, and from one value of this account alone: what it costs does not grow with the other accounts.
      const held = (await holdings.accessTokens(need.accountId)).find((token) => serves(token, need));
      if (held && !(await isDueForRenewal(held, need.accountId))) return held.token;
      const account = await book.find(need.accountId);
      if (!account) throw new AppError('sign-in-needed');
      if (held) {
        climb(account, need.scopes).catch(leaveForLater);
        return held.token;
      }
      // Whoever joins somebody else's climb may need more than it brings, and then climbs once more.
      const isJoining = climbs.has(account.id);
      let brought = await climb(account, need.scopes);
      if (isJoining && !serves(brought, need)) brought = await climb(account, need.scopes);
      if (!serves(brought, need)) throw new AppError('sign-in-needed');
      return brought.token;
    },
  };
}

async function ascend(climb: Climb): Promise<AccessToken> {
  const { account, holdings } = climb;
  await checkStanding(account.id);
  const grant = await firstGrant(climb);
  if (!(await holdings.renew(account.id, account.since, grant))) throw new AppError('sign-in-needed');
  return grant.accessToken;
}

async function firstGrant(climb: Climb): Promise<Grant> {
  const { account, book } = climb;
  let error = new AppError('sign-in-needed');
  for (const rung of RUNGS) {
    try {
      return await rung(climb);
    } catch (thrown) {
      error = toAppError(thrown);
    }
    // Signed out meanwhile: nothing more is asked, and nothing noted.
    if (!(await book.find(account.id, account.since))) throw new AppError('sign-in-needed');
    if (error.reason !== 'sign-in-needed') break;
  }
  await noteStanding(account.id, error);
  throw error;
}

/** With the refresh token. One that Microsoft has turned down for good is thrown away, and so never sent again. */
async function byRefreshToken({ auth, holdings, account, scopes }: Climb): Promise<Grant> {
  const credential = await holdings.credential(account.id);
  if (!credential || !hasRefreshToken(credential)) throw new AppError('sign-in-needed');
  await spendTokenRequest(account.id);
  const entries = new Map(Object.entries(credential));
  try {
    const result = await auth.run(entries, (msal) => msal.refresh(account.id, scopes));
    const grant = toGrant(result, entries, {
      clientId: auth.clientId,
      scopes,
      account: account.id,
      subject: account.subject,
    });
    // Who the person is does not change with a new token.
    return { ...grant, account };
  } catch (thrown) {
    const isUnreadable = isDamage(thrown);
    if (isUnreadable || isPermanentRefusal(thrown)) {
      await holdings.setCredential(account.id, account.since, withoutRefreshToken(credential));
    }
    throw isUnreadable ? new AppError('sign-in-needed', { cause: thrown }) : thrown;
  }
}

/** With Microsoft's own session in the browser, where it knows this account. */
async function byBrowserSession({ auth, account, scopes }: Climb): Promise<Grant> {
  const stored = standingOf(account.id);
  const standing = (await stored.get()) ?? { obstacle: null, triedSessionAt: null };
  if (isWithin(standing.triedSessionAt, SESSION_PAUSE_MS)) throw new AppError('sign-in-needed');
  // Firefox takes no network for a page that wants to be seen.
  await checkReachable();
  // What cannot be noted (memory is full) would be tried over and over.
  await stored.set({ ...standing, triedSessionAt: Date.now() }).catch(needPerson);
  await spendTokenRequest(account.id);
  const grant = await acquireFromBrowserSession(auth, { scopes, loginHint: account.loginHint });
  // The browser's session is somebody else's: no use here, and no harm.
  if (grant.account.id !== account.id) throw new AppError('sign-in-needed');
  return { ...grant, account };
}

/** What was found out lately is not asked again: that the person is needed, or that Microsoft wants a pause. */
async function checkStanding(accountId: string): Promise<void> {
  const standing = await standingOf(accountId).get();
  if (!standing?.obstacle) return;
  const { reason, ...rest } = standing.obstacle;
  const isPaused = rest.retryAt !== undefined && rest.retryAt > Date.now();
  const isPersonNeeded = reason === 'sign-in-needed' && isWithin(standing.triedSessionAt, SESSION_PAUSE_MS);
  if (isPaused || isPersonNeeded) throw new AppError(reason, rest);
}

async function noteStanding(accountId: string, error: AppError): Promise<void> {
  if (error.reason !== 'sign-in-needed' && error.retryAt === undefined) return;
  const stored = standingOf(accountId);
  const triedSessionAt = (await stored.get())?.triedSessionAt ?? null;
  await stored.set({ obstacle: toObstacle(error), triedSessionAt }).catch(leaveForLater);
}

function serves(token: AccessToken, { scopes, refused }: TokenNeed): boolean {
  return covers(token.scopes, scopes) && token.token !== refused && isAlive(token);
}

/** A clock that was put back makes a token look younger than it is: one from the future is not trusted. */
function isAlive({ expiresOn, obtainedAt }: AccessToken, now = Date.now()): boolean {
  return obtainedAt <= now + LAST_MOMENT_MS && expiresOn > now + LAST_MOMENT_MS;
}

async function isDueForRenewal(token: AccessToken, accountId: string, now = Date.now()): Promise<boolean> {
  const isAging =
    now > token.expiresOn - AGING_MS || (token.refreshOn !== undefined && now > token.refreshOn);
  return isAging && !isWithin(await lastTokenRequest(accountId), RENEWAL_PAUSE_MS);
}

function isWithin(at: number | null, ms: number, now = Date.now()): boolean {
  return at !== null && at <= now && now - at < ms;
}

function needPerson(): never {
  throw new AppError('sign-in-needed');
}

/** What fails here has cost nothing: a token in hand still serves, and what was found out is found out again. */
function leaveForLater(): void {}
