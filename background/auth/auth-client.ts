import browser from 'webextension-polyfill';
import { AppError } from '../../src/errors.ts';
import type { Settings } from '../../src/settings.ts';
import { classify } from './classify.ts';
import { createMsal, type Msal } from './msal.ts';
import { hostMsal } from './msal-host.ts';
import { createNetworkClient } from './network-client.ts';
import { type CacheEntries, createTokenCache } from './token-cache.ts';

/** MSAL, used by one caller at a time. */
export interface AuthClient {
  readonly clientId: string;
  readonly redirectUri: string;
  /**
   * Runs `work` alone, with these entries as MSAL's cache; what MSAL changes, it changes in them.
   * @throws AppError; what MSAL threw has been classified
   */
  run<T>(entries: CacheEntries, work: (msal: Msal) => Promise<T>): Promise<T>;
}

const LOCK = 'lanyard.msal';

/** The client for these settings. MSAL starts at the first use, not when the background wakes. */
export function createAuthClient(settings: Settings): AuthClient {
  const { clientId } = settings;
  if (!clientId) return notConfigured;
  // Without an identity API (Firefox for Android) the background still has to say so.
  const redirectUri = browser.identity?.getRedirectURL() ?? '';
  const cache = createTokenCache();
  const network = createNetworkClient();
  let started: Promise<Msal> | null = null;

  const startAnew = (thrown: unknown): never => {
    started = null;
    throw thrown;
  };
  const start = () => {
    hostMsal(cache.storage);
    return createMsal({ ...settings, clientId }, redirectUri, network);
  };

  return {
    clientId,
    redirectUri,
    run: (entries, work) =>
      navigator.locks.request(LOCK, async () => {
        cache.open(entries);
        // What an earlier caller has left there is not this one's.
        network.takeFailure();
        network.takeClaims();
        try {
          started ??= start().catch(startAnew);
          return await work(await started);
        } catch (thrown) {
          throw network.takeFailure() ?? classify(thrown, network.takeClaims());
        } finally {
          // What MSAL might write late is for nobody.
          cache.open(new Map());
        }
      }),
  };
}

const notConfigured: AuthClient = {
  clientId: '',
  redirectUri: '',
  run: () => Promise.reject(new AppError('not-configured')),
};
