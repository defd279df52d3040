import type { SignInRequest } from '../../src/contract.ts';
import { AppError, toAppError } from '../../src/errors.ts';
import { toObstacle } from '../../src/obstacles.ts';
import { type AccountRecord, farewell, lastObstacle, openFlow } from '../../src/storage.ts';
import type { AccountBook } from './accounts.ts';
import type { AuthClient } from './auth-client.ts';
import type { Holdings } from './holdings.ts';
import { acquireInteractively } from './interactive.ts';
import type { AuthorizeRequest } from './msal.ts';

/** All that the first sign-in asks for, beside what signing in needs: the person's own profile. */
export const FIRST_SCOPES = ['User.Read'] as const;

/** The sign-in, which goes on while the popup is closed. */
export interface SignIn {
  /** Opens Microsoft's window, or joins the sign-in that is under way; resolves when that is on record. */
  start(request: SignInRequest): Promise<void>;
  /** Since when one is under way, in epoch milliseconds; null: none is. */
  underWaySince(): number | null;
  /** Has the sign-in that is under way come to nothing, whatever its window brings. */
  drop(): Promise<void>;
}

interface SignInServices {
  auth: AuthClient;
  holdings: Holdings;
  book: AccountBook;
  /** The browser window that the person is looking at. */
  windowBefore(): Promise<number | null>;
}

interface Attempt {
  since: number;
  isDropped: boolean;
  recorded: Promise<void>;
}

/**
 * Keeps a record of the open window in storage, so that a background that is stopped meanwhile finds it at its next
 * start (`recoverSignIn`). `onEnd` is called when the outcome is on record, with the window in which it began.
 */
export function createSignIn(services: SignInServices, onEnd: (windowId: number | null) => void): SignIn {
  let current: Attempt | null = null;

  const open = (request: SignInRequest): Attempt => {
    const since = Date.now();
    const attempt: Attempt = { since, isDropped: false, recorded: recordStart(since, accountOf(request)) };
    current = attempt;
    const windowId = services.windowBefore();
    attempt.recorded
      .then(() => carryOut(services, request, attempt))
      // What could not even be written down is shown as no sign-in at all.
      .catch(() => undefined)
      .finally(() => {
        if (current === attempt) current = null;
        if (!attempt.isDropped) windowId.then(onEnd);
      });
    return attempt;
  };

  return {
    start: (request) => (current ?? open(request)).recorded,
    underWaySince: () => current?.since ?? null,
    async drop() {
      if (!current) return;
      current.isDropped = true;
      current = null;
      await openFlow.remove();
    },
  };
}

async function recordStart(since: number, accountId: string | null): Promise<void> {
  await Promise.all([lastObstacle.remove(), farewell.remove()]);
  await openFlow.set({ since, accountId });
}

async function carryOut(
  { auth, holdings, book }: SignInServices,
  request: SignInRequest,
  attempt: Attempt,
): Promise<void> {
  const accountId = accountOf(request);
  try {
    const expected = accountId === null ? null : await book.find(accountId);
    const grant = await acquireInteractively(auth, toAuthorizeRequest(request, expected));
    if (attempt.isDropped) return;
    if (expected && grant.account.id !== expected.id) {
      throw new AppError('wrong-account', { picked: grant.account.username });
    }
    const isKept = await holdings.addAccount(grant);
    if (!isKept) await lastObstacle.set({ accountId: grant.account.id, obstacle: { reason: 'not-kept' } });
  } catch (thrown) {
    if (!attempt.isDropped) {
      const active = accountId ?? (await book.read()).active;
      await lastObstacle.set({ accountId: active, obstacle: toObstacle(toAppError(thrown)) });
    }
  } finally {
    if (!attempt.isDropped) await openFlow.remove();
  }
}

function accountOf(request: SignInRequest): string | null {
  return request.kind === 'again' ? request.accountId : null;
}

function toAuthorizeRequest(request: SignInRequest, expected: AccountRecord | null): AuthorizeRequest {
  const scopes = FIRST_SCOPES;
  if (request.kind === 'add') return { scopes, loginHint: request.username };
  if (expected) return { scopes, loginHint: expected.loginHint };
  // The person chooses the account, even where the browser has a Microsoft session of its own.
  return { scopes, prompt: 'select_account' };
}

/**
 * Clears up after a background that was stopped while Microsoft's window was open: the answer of that window
 * is lost, so the person is told, and the next click begins anew. Runs once, at the start of each life.
 */
export async function recoverSignIn(book: AccountBook): Promise<void> {
  const flow = await openFlow.get();
  if (!flow) return;
  const { active, list } = await book.read();
  // Stopped after the account was stored, and so after the end of it all but the record's removal.
  const isDone = list.some(({ since }) => since >= flow.since);
  if (!isDone)
    await lastObstacle.set({ accountId: flow.accountId ?? active, obstacle: { reason: 'interrupted' } });
  await openFlow.remove();
}
