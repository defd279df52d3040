import { toAppError } from '../../src/errors.ts';
import { toObstacle } from '../../src/obstacles.ts';
import { activeAccount, lastObstacle, openFlow } from '../../src/storage.ts';
import { focusedWindow, showPopup } from '../popup-window.ts';
import type { AuthClient } from './auth-client.ts';
import { acquireInteractively } from './interactive.ts';

/** All that the first sign-in asks for, beside what signing in needs: the person's own profile. */
export const FIRST_SCOPES = ['User.Read'] as const;

/** The sign-in, which goes on while the popup is closed. */
export interface SignIn {
  /** Opens Microsoft's window, or joins the sign-in that is under way; resolves when that is on record. */
  start(): Promise<void>;
  /** Resolves when no sign-in is under way. */
  settled(): Promise<void>;
}

/**
 * Keeps the record of a sign-in in storage from first to last: any page can read from it how things stand, and
 * a background that is stopped midway finds it at its next start (`recoverSignIn`).
 */
export function createSignIn(auth: AuthClient): SignIn {
  let underWay: { recorded: Promise<void>; ended: Promise<void> } | null = null;

  const open = () => {
    const windowId = focusedWindow();
    const recorded = recordStart();
    const ended = recorded
      .then(() => attempt(auth))
      .finally(() => {
        underWay = null;
      });
    underWay = { recorded, ended };
    ended.then(async () => showPopup(await windowId));
    return underWay;
  };

  return {
    start: () => (underWay ?? open()).recorded,
    settled: async () => underWay?.ended,
  };
}

async function recordStart(): Promise<void> {
  await lastObstacle.remove();
  await openFlow.set({ since: Date.now() });
}

async function attempt(auth: AuthClient): Promise<void> {
  try {
    // The person chooses the account, even where the browser has a Microsoft session of its own.
    const { account } = await acquireInteractively(auth, { scopes: FIRST_SCOPES, prompt: 'select_account' });
    await activeAccount.set({
      id: account.homeAccountId,
      name: account.name ?? account.username,
      username: account.username,
    });
  } catch (thrown) {
    await lastObstacle.set(toObstacle(toAppError(thrown)));
  } finally {
    await openFlow.remove();
  }
}

/**
 * Clears up after a background that was stopped while Microsoft's window was open: the answer of that window
 * is lost, so the person is told, and the next click begins anew. Runs once, at the start of each life.
 */
export async function recoverSignIn(auth: AuthClient): Promise<void> {
  if (!(await openFlow.get())) return;
  if (!(await activeAccount.get())) await auth.forgetAll();
  await lastObstacle.set({ reason: 'interrupted' });
  await openFlow.remove();
}
