import type { SignInRequest } from '../../src/contract.ts';
import { AppError, toAppError } from '../../src/errors.ts';
import { presentObstacle, toObstacle } from '../../src/obstacles.ts';
import { covers, likelyConsenter, type Permission } from '../../src/permissions.ts';
import { needsOf, type Purpose } from '../../src/purposes.ts';
import { type AccountRecord, lastObstacle, standingOf } from '../../src/storage.ts';
import type { AccountBook } from './accounts.ts';
import { approveInWindow } from './admin-consent.ts';
import type { AuthClient } from './auth-client.ts';
import { missingPermissions, planFor } from './consent.ts';
import type { Grant } from './grant.ts';
import type { Holdings } from './holdings.ts';
import { acquireInteractively } from './interactive.ts';
import type { Ladder } from './ladder.ts';
import type { Ledger } from './ledger.ts';
import type { AuthorizeRequest } from './msal.ts';
import { checkReachable } from './reachability.ts';
import { keepClaims } from './standing.ts';

/** What a visit to Microsoft's window works with. */
export interface WindowServices {
  auth: AuthClient;
  holdings: Holdings;
  book: AccountBook;
  ladder: Ladder;
  ledger: Ledger;
}

/** What a window is opened for: whose account, which permissions the person is asked for, and what for. */
interface Visit {
  account: AccountRecord | null;
  asked: readonly Permission[];
  purpose: Purpose;
  /** Whether an administrator's answer was awaited before. */
  isAwaited: boolean;
}

/** A token answer this fresh lists all that has been granted: there is no need to look again before a window. */
const FRESH_MS = 10_000;

/**
 * Brings the person to Microsoft's window and back, and stores what came of it: tokens, the ledger, or how it ended
 * instead. `isDropped` tells whether anybody still wants it.
 */
export async function visit(
  services: WindowServices,
  request: SignInRequest,
  isDropped: () => boolean,
): Promise<void> {
  const { book, ledger } = services;
  const account = 'accountId' in request ? await book.find(request.accountId) : null;
  // Somebody new, also where the account has been signed out meanwhile, is asked for nothing but the first.
  const purpose = account && 'purpose' in request ? request.purpose : 'profile';
  const needed = needsOf(purpose);
  const errand: Visit = { account, asked: account ? [] : needed, purpose, isAwaited: false };
  try {
    await checkReachable();
    if (account) {
      const wanting = await whatToAsk(services, account, request, needed);
      if (!wanting) return;
      errand.asked = wanting;
      const before = planFor(await ledger.read(account.id), needed);
      errand.isAwaited = before.kind === 'wanting' && before.reason === 'approval-needed';
      if (wanting.length > 0) await ledger.noteAsked(account.id, wanting, purpose);
      ledger.count(account.id, 'window');
    }
    if (request.kind === 'approve' && account) await approve(services, account, errand, isDropped);
    else await signIn(services, request, errand, isDropped);
  } catch (thrown) {
    if (!isDropped()) await noteFailure(services, toAppError(thrown), errand, request);
  }
}

/**
 * The permissions that the window has to ask for, of which there are none where the person only has to come back;
 * null where there is nothing to go there for.
 */
async function whatToAsk(
  services: WindowServices,
  { id: accountId, isPersonal }: AccountRecord,
  request: SignInRequest,
  needed: readonly Permission[],
): Promise<readonly Permission[] | null> {
  const { ladder, ledger } = services;
  // Nobody stands above a personal account.
  if (request.kind === 'approve' && isPersonal) return null;
  const stands = (await standingOf(accountId).get())?.obstacle ?? null;
  const plan = planFor(await ledger.read(accountId), needed);
  if (plan.kind === 'granted') return request.kind === 'approve' ? null : [];
  if (plan.reason === 'paused') return stands ? [] : null;
  // Given on another device, or by an administrator meanwhile: then there is nothing to ask.
  if (!stands) await ladder.discover(accountId, { youngerThanMs: FRESH_MS, isClick: true });
  const missing = await missingFor(services, accountId, needed);
  return missing.length > 0 ? missing : null;
}

async function missingFor(
  { ledger }: WindowServices,
  accountId: string,
  needed: readonly Permission[],
): Promise<readonly Permission[]> {
  return missingPermissions(await ledger.read(accountId), needed);
}

async function signIn(
  { auth, holdings, ledger }: WindowServices,
  request: SignInRequest,
  { account, asked, purpose }: Visit,
  isDropped: () => boolean,
): Promise<void> {
  const planned = account ? planFor(await ledger.read(account.id), needsOf(purpose)) : null;
  // What is paused is not asked for; the person may come back all the same.
  const held = planned?.kind === 'granted' ? planned.scopes : needsOf('profile');
  const scopes = asked.length > 0 ? asked : held;
  const grant = await acquireInteractively(auth, await toAuthorizeRequest(request, account, scopes));
  if (isDropped()) return;
  if (account && grant.account.id !== account.id) {
    throw new AppError('wrong-account', { picked: grant.account.username });
  }
  const isKept = await holdings.addAccount(grant, { permissions: asked, purpose });
  if (!account) ledger.count(grant.account.id, 'window');
  await noteEnd(grant, asked, purpose, isKept);
}

/** What went well may still have something to say. */
async function noteEnd(
  grant: Grant,
  asked: readonly Permission[],
  purpose: Purpose,
  isKept: boolean,
): Promise<void> {
  if (!covers(grant.accessToken.scopes, asked)) throw new AppError('partly-granted', { purpose });
  if (!isKept) await lastObstacle.set({ accountId: grant.account.id, obstacle: { reason: 'not-kept' } });
}

async function toAuthorizeRequest(
  request: SignInRequest,
  account: AccountRecord | null,
  scopes: readonly string[],
): Promise<AuthorizeRequest> {
  if (request.kind === 'add') return { scopes, loginHint: request.username };
  // The person chooses the account, even where the browser has a Microsoft session of its own.
  if (!account) return { scopes, prompt: 'select_account' };
  const standing = await standingOf(account.id).get();
  const prompt = standing?.obstacle ? presentObstacle(standing.obstacle.reason).prompt : null;
  const claims = standing?.claims ?? undefined;
  // Entra takes no hint together with `select_account`.
  if (prompt === 'select_account') return { scopes, prompt, claims };
  return { scopes, claims, loginHint: account.loginHint, ...(prompt ? { prompt } : {}) };
}

async function approve(
  services: WindowServices,
  account: AccountRecord,
  { asked }: Visit,
  isDropped: () => boolean,
): Promise<void> {
  const { auth, ladder, ledger } = services;
  await approveInWindow(auth, account, asked);
  if (isDropped()) return;
  const hasLooked = await ladder.discover(account.id, { youngerThanMs: 0, isClick: true });
  const left = await missingFor(services, account.id, asked);
  // Approved, and not seen yet: the next look finds it.
  if (left.length > 0 && !hasLooked) return ledger.noteAnswer(account.id, asked, 'approval-needed');
  if (left.length > 0) throw new AppError('partly-granted');
  await ledger.noteGranted(account.id, asked, { asked, grantor: 'administrator' });
}

/**
 * Notes how it ended instead. A no to a permission stands in the ledger, where its panel finds it; Microsoft does not
 * tell an organisation's "need admin approval" from a window that was closed, so where it is likely, both are said.
 */
async function noteFailure(
  { book, ledger }: WindowServices,
  error: AppError,
  { account, asked, purpose, isAwaited }: Visit,
  { kind }: SignInRequest,
): Promise<void> {
  if (account && error.claims) await keepClaims(account.id, error.claims);
  const isAsked = account !== null && asked.length > 0;
  if (isAsked && (error.reason === 'declined' || error.reason === 'approval-needed')) {
    await ledger.noteAnswer(account.id, asked, error.reason);
    return;
  }
  // Whoever has closed the administrator's page goes on waiting for one.
  const answer = kind === 'approve' && isAwaited ? 'approval-needed' : 'none';
  if (isAsked) await ledger.noteAnswer(account.id, asked, answer);
  const isSilentEnd = error.reason === 'cancelled' || error.reason === 'window-closed';
  const isApprovalLikely =
    isAsked && kind !== 'approve' && isSilentEnd && likelyConsenter(asked, account.isPersonal) !== 'person';
  const told = isApprovalLikely ? new AppError('approval-likely', { ...error, cause: error.cause }) : error;
  const accountId = account?.id ?? (await book.read()).active;
  const obstacle = toObstacle(account ? told.during(purpose) : told);
  await lastObstacle.set({ accountId, obstacle: { ...obstacle, of: kind } });
}
