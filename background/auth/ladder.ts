import { AppError, type Reason, toAppError } from '../../src/errors.ts';
import type { LedgerRecord } from '../../src/ledger.ts';
import { covers, type Permission, readPermission } from '../../src/permissions.ts';
import { needsOf } from '../../src/purposes.ts';
import type { AccessToken, AccountRecord } from '../../src/storage.ts';
import { joining } from '../join.ts';
import type { AccountBook } from './accounts.ts';
import type { AuthClient } from './auth-client.ts';
import { ascend } from './climb.ts';
import { type Plan, planFor } from './consent.ts';
import type { Holdings } from './holdings.ts';
import type { Ledger } from './ledger.ts';
import { grantedScopes } from './ledger-entries.ts';
import { lastTokenRequest, recentTokenRequests } from './request-budget.ts';
import { isWithin, noteStanding } from './standing.ts';

/** A need for a token. `refused` is an access token that the service has just turned down, `claims` what it wants. */
export interface TokenNeed {
  accountId: string;
  permissions: readonly Permission[];
  refused?: string | undefined;
  claims?: string | undefined;
}

/** The silent way to an access token. Never opens a window; the token stays in the background. */
export interface Ladder {
  /**
   * @throws AppError why the permission is wanting, why the person is needed, or why the network or Microsoft failed;
   *   none of them signs anybody out
   */
  token(need: TokenNeed): Promise<string>;
  /**
   * Finds out whether more has been granted than is on record: on another device, by an administrator. Asks for
   * nothing new, for Entra lists all that is consented in every answer. Does nothing where the last answer is
   * younger than that, nor, but for a click, where tokens were asked for often of late. Gives whether it could look.
   */
  discover(accountId: string, when: { youngerThanMs: number; isClick?: boolean }): Promise<boolean>;
  /** A new token was turned down as well: silence is at its end, and no token in hand is of use. */
  giveUp(accountId: string, error: AppError): Promise<void>;
}

interface LadderParts {
  announce(): void;
  auth: AuthClient;
  holdings: Holdings;
  book: AccountBook;
  ledger: Ledger;
}

/** A token this near its end is not handed out: the request with it would arrive too late. */
const LAST_MOMENT_MS = 60_000;
/** One this near its end still serves, and a new one is fetched meanwhile. */
const AGING_MS = 5 * 60_000;
/** Not more often than this, where fetching ahead of need fails. */
const RENEWAL_PAUSE_MS = 60_000;
/** A consent given elsewhere is looked for no more often than this, unless an administrator's is awaited. */
const DISCOVERY_PAUSE_MS = 5 * 60_000;
/** Looking for consents leaves this much of the budget (`request-budget.ts`) to renewals. */
const MOST_REQUESTS_BEFORE_DISCOVERY = 4;

export function createLadder(parts: LadderParts): Ladder {
  const { holdings, book, ledger } = parts;
  const climbs = new Map<string, Promise<AccessToken>>();
  const joined = joining<[AccessToken[], LedgerRecord]>();
  /** Many ask at the popup's opening. What has been stored since is in what is read after it: storage keeps the order. */
  const look = (accountId: string) =>
    joined(accountId, () => Promise.all([holdings.accessTokens(accountId), ledger.read(accountId)]));

  /** All callers share the climb of their account, those with the same claims another. */
  const climb = (
    account: AccountRecord,
    scopes: readonly string[],
    claims?: string,
  ): Promise<AccessToken> => {
    const key = keyOf(account.id, claims);
    const underWay = climbs.get(key);
    if (underWay) return underWay;
    const started = ascend({ ...parts, account, scopes, claims }).finally(() => climbs.delete(key));
    climbs.set(key, started);
    return started;
  };

  const discover: Ladder['discover'] = async (accountId, { youngerThanMs, isClick = false }) => {
    const [tokens, requests, lastRequest] = await Promise.all([
      holdings.accessTokens(accountId),
      recentTokenRequests(accountId),
      lastTokenRequest(accountId),
    ]);
    const newest = Math.max(lastRequest ?? 0, ...tokens.map(({ obtainedAt }) => obtainedAt));
    const isBudgetLow = !isClick && requests > MOST_REQUESTS_BEFORE_DISCOVERY;
    if (isWithin(newest, youngerThanMs) || isBudgetLow) return false;
    const account = await book.find(accountId);
    if (!account) return false;
    return climb(account, [oneThatIsHeld(await ledger.read(accountId))]).then(
      () => true,
      () => false,
    );
  };

  /** What is on record about a need, looked up at Microsoft where it is wanting and may have been granted since. */
  const lookUp = async (first: Plan, { accountId, permissions }: TokenNeed): Promise<Plan> => {
    if (first.kind === 'granted' || first.reason === 'paused') return first;
    const youngerThanMs = first.reason === 'approval-needed' ? 0 : DISCOVERY_PAUSE_MS;
    await discover(accountId, { youngerThanMs });
    return planFor(await ledger.read(accountId), permissions);
  };

  /** A permission that the climb has found wanting stands in the ledger now, with the reason. */
  const inWords =
    ({ accountId, permissions }: TokenNeed) =>
    async (thrown: unknown): Promise<never> => {
      const error = toAppError(thrown);
      if (error.reason !== 'consent-missing') throw error;
      const found = planFor(await ledger.read(accountId), permissions);
      throw found.kind === 'wanting' ? new AppError(found.reason, { ...error, cause: error.cause }) : error;
    };

  const whyWanting = async (accountId: string, reason: Reason) =>
    new AppError((await book.find(accountId)) ? reason : 'session-ended');

  return {
    discover,
    async token(need) {
      const { accountId, permissions, claims } = need;
      // First, and from two values of this account alone: what it costs does not grow with the other accounts.
      const [before, record] = await look(accountId);
      const first = planFor(record, permissions);
      const planned = await lookUp(first, need);
      const tokens = planned === first ? before : await holdings.accessTokens(accountId);
      if (planned.kind === 'wanting') throw await whyWanting(accountId, planned.reason);
      // Who is turned down after others have fetched a new token gets that one.
      const mayServe = claims === undefined || !tokens.some(({ token }) => token === need.refused);
      const held = mayServe ? tokens.find((token) => serves(token, need)) : undefined;
      if (held) ledger.count(accountId, 'token');
      if (held && !(await isDueForRenewal(held, accountId))) return held.token;
      const account = await book.find(accountId);
      if (!account) throw new AppError('session-ended');
      if (held) {
        climb(account, planned.scopes).catch(leaveForLater);
        return held.token;
      }
      // Whoever joins somebody else's climb may need more than it brings, or see it fail for want of what only the
      // other needs, and then climbs once more.
      const bring = async (): Promise<AccessToken> => {
        const isJoining = climbs.has(keyOf(accountId, claims));
        const ended = await climb(account, planned.scopes, claims).then(
          (token) => (isJoining && !serves(token, need) ? null : token),
          async (thrown) => {
            const isConsent = isJoining && toAppError(thrown).reason === 'consent-missing';
            // The ledger tells by now whether it is this need's as well.
            if (isConsent && planFor(await ledger.read(accountId), permissions).kind === 'granted')
              return null;
            throw thrown;
          },
        );
        return ended ?? bring();
      };
      const brought = await bring().catch(inWords(need));
      if (serves(brought, need)) return brought.token;
      // The same token again is none; one without the permission says that it is not granted.
      if (covers(brought.scopes, permissions)) throw new AppError('session-ended');
      return inWords(need)(new AppError('consent-missing'));
    },
    async giveUp(accountId, error) {
      await holdings.dropAccessTokens(accountId);
      await noteStanding(accountId, error);
      parts.announce();
    },
  };
}

/** One scope that is sure to be granted: were several asked for, a single one taken back would fail them all. */
function oneThatIsHeld(ledger: LedgerRecord): string {
  const profile = planFor(ledger, needsOf('profile'));
  const scopes = profile.kind === 'granted' ? profile.scopes : grantedScopes(ledger).filter(readPermission);
  return scopes[0] ?? 'User.Read';
}

const keyOf = (accountId: string, claims = '') => `${accountId} ${claims}`;

function serves(token: AccessToken, { permissions, refused }: TokenNeed): boolean {
  return covers(token.scopes, permissions) && token.token !== refused && isAlive(token);
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

/** What fails here has cost nothing: a token in hand still serves, and what was found out is found out again. */
function leaveForLater(): void {}
