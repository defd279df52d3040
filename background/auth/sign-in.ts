import type { SignInRequest } from '../../src/contract.ts';
import { farewell, lastObstacle, openFlow } from '../../src/storage.ts';
import type { AccountBook } from './accounts.ts';
import type { Ledger } from './ledger.ts';
import { openAsks } from './ledger-entries.ts';
import { visit, type WindowServices } from './windows.ts';

/** The sign-in, which goes on while the popup is closed. */
export interface SignIn {
  /** Opens Microsoft's window, or joins the sign-in that is under way; resolves when that is on record. */
  start(request: SignInRequest): Promise<void>;
  /** Since when one is under way, in epoch milliseconds; null: none is. */
  underWaySince(): number | null;
  /** Has the sign-in that is under way come to nothing, whatever its window brings. */
  drop(): Promise<void>;
}

interface SignInServices extends WindowServices {
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
    const attempt: Attempt = { since, isDropped: false, recorded: recordStart(since, request) };
    current = attempt;
    const windowId = services.windowBefore();
    attempt.recorded
      .then(() => visit(services, request, () => attempt.isDropped))
      .finally(() => (attempt.isDropped ? undefined : openFlow.remove()))
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

async function recordStart(since: number, request: SignInRequest): Promise<void> {
  await Promise.all([lastObstacle.remove(), farewell.remove()]);
  await openFlow.set({
    since,
    accountId: 'accountId' in request ? request.accountId : null,
    ...('purpose' in request ? { purpose: request.purpose } : {}),
  });
}

/**
 * Clears up after a background that was stopped while Microsoft's window was open: the answer of that window
 * is lost, so the person is told, and the next click begins anew. Runs once, at the start of each life.
 */
export async function recoverSignIn(book: AccountBook, ledger: Ledger): Promise<void> {
  const flow = await openFlow.get();
  if (!flow) return;
  const { active, list } = await book.read();
  // Stopped after the account was stored, and so after the end of it all but the record's removal.
  const isDone = list.some(({ since }) => since >= flow.since);
  const { accountId, purpose } = flow;
  if (!isDone) {
    if (accountId) await ledger.noteAnswer(accountId, openAsks(await ledger.read(accountId)), 'none');
    await lastObstacle.set({
      accountId: accountId ?? active,
      obstacle: { reason: 'interrupted', ...(purpose ? { purpose } : {}) },
    });
  }
  await openFlow.remove();
}
