import browser from 'webextension-polyfill';
import { AppError } from '../../src/errors.ts';
import type { Settings } from '../../src/settings.ts';
import { classify } from './classify.ts';
import { createMsal, type Msal } from './msal.ts';
import { hostMsal } from './msal-host.ts';
import { createNetworkClient } from './network-client.ts';
import { createTokenCache, type TokenCache } from './token-cache.ts';

/** MSAL and its cache, to be used by one caller at a time. */
export interface AuthClient {
  readonly clientId: string;
  readonly redirectUri: string;
  /**
   * Runs `work` alone, and writes what it left in the cache before its result is handed out. Work that a
   * sign-out has overtaken leaves nothing behind and fails with `sign-in-needed`.
   * @throws AppError; what MSAL threw has been classified
   */
  use<T>(work: (msal: Msal, cache: TokenCache) => Promise<T>): Promise<T>;
  /** Forgets every token at once, without waiting for work under way. */
  forgetAll(): Promise<void>;
}

const LOCK = 'lanyard.token-cache';

/** The client for these settings. MSAL starts at the first use, not when the background wakes. */
export function createAuthClient(settings: Settings): AuthClient {
  const { clientId } = settings;
  if (!clientId) return notConfigured();
  const redirectUri = browser.identity.getRedirectURL();
  const cache = createTokenCache();
  const network = createNetworkClient();
  let started: Promise<Msal> | null = null;
  let signOuts = 0;

  const start = async () => {
    await cache.hydrate();
    hostMsal(cache.storage);
    return createMsal({ ...settings, clientId }, redirectUri, network);
  };

  return {
    clientId,
    redirectUri,
    use: (work) =>
      navigator.locks.request(LOCK, async () => {
        const signOutsBefore = signOuts;
        started ??= start();
        const msal = await started;
        try {
          return await work(msal, cache);
        } catch (thrown) {
          throw network.takeFailure() ?? classify(thrown);
        } finally {
          // In `finally`, so that a sign-out wins over any result, and a failed refresh is remembered too.
          await settle(cache, signOuts !== signOutsBefore);
        }
      }),
    async forgetAll() {
      signOuts += 1;
      await cache.wipe();
    },
  };
}

async function settle(cache: TokenCache, isSignedOut: boolean): Promise<void> {
  if (!isSignedOut) return cache.flush();
  await cache.wipe();
  throw new AppError('sign-in-needed');
}

function notConfigured(): AuthClient {
  const refuse = () => Promise.reject(new AppError('not-configured'));
  return { clientId: '', redirectUri: '', use: refuse, forgetAll: async () => undefined };
}
