import { AppError, type Reason, toAppError } from '../../src/errors.ts';
import { presentObstacle } from '../../src/obstacles.ts';
import { covers, readPermission } from '../../src/permissions.ts';
import type { AccessToken, AccountRecord } from '../../src/storage.ts';
import type { AccountBook } from './accounts.ts';
import type { AuthClient } from './auth-client.ts';
import { isDamage, isPermanentRefusal } from './classify.ts';
import { hasRefreshToken, withoutRefreshToken } from './credential.ts';
import { type Grant, toGrant } from './grant.ts';
import type { Holdings } from './holdings.ts';
import { acquireFromBrowserSession } from './interactive.ts';
import type { Ledger } from './ledger.ts';
import { checkReachable } from './reachability.ts';
import { spendTokenRequest } from './request-budget.ts';
import { checkStanding, forgetSessionTry, noteSessionTry, noteStanding } from './standing.ts';

/** One way up the ladder, for one account. */
export interface Climb {
  auth: AuthClient;
  holdings: Holdings;
  book: AccountBook;
  ledger: Ledger;
  account: AccountRecord;
  scopes: readonly string[];
  /** Tells every page that what it shows has changed. */
  announce(): void;
  /** What Microsoft wants the request to carry, JSON. */
  claims: string | undefined;
}

/**
 * A way to a new token. It rejects with a reason for which Microsoft's session may be tried to have the next one
 * tried; any other failure (no network, a pause that Microsoft asks for, a person who is needed) ends the climb.
 */
type Rung = (climb: Climb) => Promise<Grant>;

/** After the cache, in this order. */
const RUNGS: readonly Rung[] = [byRefreshToken, byBrowserSession];

const OUTAGE_PAUSE_MS = 60_000;

/** After these nothing that was given out before may be used any more. */
const ENDS_ACCESS: ReadonlySet<Reason> = new Set([
  'sign-in-revoked',
  'password-changed',
  'account-disabled',
  'account-gone',
]);

/**
 * Gets a new access token without showing anything, stores it, and brings the ledger up to date with what it carries.
 * @throws AppError
 */
export async function ascend(climb: Climb): Promise<AccessToken> {
  const { account } = climb;
  const before = await checkStanding(account.id);
  const grant = await firstGrant(climb, before);
  await store(climb, grant);
  return grant.accessToken;
}

async function firstGrant(climb: Climb, before: AppError | null): Promise<Grant> {
  const { account, book, holdings, ledger } = climb;
  let error: AppError | null = before;
  for (const rung of RUNGS) {
    try {
      return await rung(climb);
    } catch (thrown) {
      const latest: AppError = toAppError(thrown);
      // That there is no session either says less than why it was tried.
      error = error && latest.reason === 'session-ended' ? error : latest;
    }
    // Signed out meanwhile: nothing more is asked, and nothing noted.
    if (!(await book.find(account.id, account.since))) throw new AppError('session-ended');
    if (presentObstacle(error.reason).silence !== 'browser-session') break;
  }
  const failure = error ?? new AppError('session-ended');
  // Of several it would not be known which.
  const isOne = climb.scopes.length === 1;
  if (failure.reason === 'consent-missing' && isOne) await ledger.noteRevoked(account.id, climb.scopes);
  await noteStanding(account.id, failure, climb.claims);
  if (ENDS_ACCESS.has(failure.reason)) {
    await holdings.dropAccessTokens(account.id);
    // Every page that shows what was read before reads again, and is told so.
    climb.announce();
  }
  throw failure;
}

/** With the refresh token. One that Microsoft has turned down for good is thrown away, and so never sent again. */
async function byRefreshToken({ auth, holdings, ledger, account, scopes, claims }: Climb): Promise<Grant> {
  const credential = await holdings.credential(account.id);
  if (!credential || !hasRefreshToken(credential)) throw new AppError('session-ended');
  await spendTokenRequest(account.id);
  ledger.count(account.id, 'renewal');
  const entries = new Map(Object.entries(credential));
  try {
    const result = await auth.run(entries, (msal) => msal.refresh(account.id, scopes, claims));
    const grant = toGrant(result, entries, {
      clientId: auth.clientId,
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
    throw isUnreadable ? new AppError('session-ended', { cause: thrown }) : thrown;
  }
}

/** With Microsoft's own session in the browser, where it knows this account. */
async function byBrowserSession({ auth, ledger, account, scopes, claims }: Climb): Promise<Grant> {
  // Firefox takes no network for a page that wants to be seen.
  await noteSessionTry(account.id, checkReachable);
  await spendTokenRequest(account.id);
  ledger.count(account.id, 'renewal');
  const grant = await acquireFromBrowserSession(auth, {
    scopes,
    claims,
    loginHint: account.loginHint,
  }).catch(trySoonAgain(account.id));
  // The browser's session is somebody else's: no use here, and no harm.
  if (grant.account.id !== account.id) throw new AppError('session-ended');
  return { ...grant, account };
}

/** An outage says nothing of the session: it is tried again after a minute, and not after ten. */
const trySoonAgain = (accountId: string) => async (thrown: unknown) => {
  const error = toAppError(thrown);
  if (presentObstacle(error.reason).silence !== 'later') throw error;
  await forgetSessionTry(accountId);
  if (error.reason === 'offline') throw error;
  const retryAt = error.retryAt ?? Date.now() + OUTAGE_PAUSE_MS;
  throw new AppError(error.reason, { ...error, cause: error.cause, retryAt });
};

async function store(climb: Climb, grant: Grant): Promise<void> {
  const { account, holdings, ledger, scopes } = climb;
  const { scopes: listed } = grant.accessToken;
  if (!(await holdings.renew(account.id, account.since, grant))) throw new AppError('session-ended');
  const unlisted = await ledger.noteGranted(account.id, listed, { asked: [], grantor: 'earlier' });
  // What was asked for and not given is not granted; what Lanyard never asks for it does not ask about either.
  const isClear = (scope: string) => covers(scopes, [scope]) || readPermission(scope) === null;
  await ledger.noteRevoked(account.id, unlisted.filter(isClear));
  for (const scope of unlisted.filter((each) => !isClear(each))) await explain(climb, scope);
}

/**
 * Finds out, by asking for it alone, whether a permission that an answer has left out was taken back, or only needs a
 * request of its own (Microsoft, breaking changes of August 2021: those with an extra check are left out).
 */
async function explain(climb: Climb, scope: string): Promise<void> {
  const { account, holdings, ledger } = climb;
  try {
    const grant = await byRefreshToken({ ...climb, scopes: [scope], claims: undefined });
    await holdings.renew(account.id, account.since, grant);
    if (!covers(grant.accessToken.scopes, [scope])) await ledger.noteRevoked(account.id, [scope]);
  } catch (thrown) {
    // Anything else leaves the record as it is: the token in hand serves what it carries.
    if (toAppError(thrown).reason === 'consent-missing') await ledger.noteRevoked(account.id, [scope]);
  }
}
