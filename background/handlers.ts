import type { Handlers } from '../src/contract.ts';
import { AppError, toAppError } from '../src/errors.ts';
import { toObstacle } from '../src/obstacles.ts';
import type { Settings } from '../src/settings.ts';
import { activeAccount, lastObstacle } from '../src/storage.ts';
import type { AuthClient } from './auth/auth-client.ts';
import type { SignIn } from './auth/sign-in.ts';
import { readProfile } from './graph/profile.ts';
import { clearMark } from './popup-window.ts';
import { readSession } from './session.ts';

/** What the handlers call. `ready` resolves when the background has cleared up after its former life. */
export interface Services {
  settings: Settings;
  auth: AuthClient;
  signIn: SignIn;
  ready: Promise<void>;
}

/** A message channel is not held open for longer, so that the browser does not take the worker for stuck. */
const LONGEST_WAIT_MS = 20_000;

/** The contract, carried out by the modules. */
export function createHandlers({ settings, auth, signIn, ready }: Services): Handlers {
  const session = () => readSession(settings);
  return {
    async getSession() {
      await Promise.all([ready, clearMark()]);
      return session();
    },
    async awaitSession() {
      await ready;
      await Promise.race([signIn.settled(), waited(LONGEST_WAIT_MS)]);
      return session();
    },
    async signIn() {
      await ready;
      await signIn.start();
      return session();
    },
    async signOut() {
      await ready;
      await auth.forgetAll();
      await Promise.all([activeAccount.remove(), lastObstacle.remove()]);
      return session();
    },
    async dismissObstacle() {
      await ready;
      await lastObstacle.remove();
      return session();
    },
    async getProfile() {
      await ready;
      try {
        const account = await activeAccount.get();
        if (!account) throw new AppError('sign-in-needed');
        return { kind: 'ready', data: await readProfile(auth, account.id), readAt: Date.now() };
      } catch (thrown) {
        const error = toAppError(thrown);
        if (error.reason === 'unexpected') throw error;
        return { kind: 'obstacle', obstacle: toObstacle(error) };
      }
    },
  };
}

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
