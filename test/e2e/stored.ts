import type { LaunchedBrowser } from '../../demo/browsers.ts';
import type { Tenant } from '../../demo/tenant/index.ts';

interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  clear(): Promise<void>;
}

/** In the pages of the extension, where these functions run. */
declare const chrome: { storage: { session: Area; local: Area } };

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Makes the access tokens in the browser a day older, so that they have ended. The browser's own clock cannot be
 * moved: pages, network and worker share the machine's.
 */
export function ageAccessTokens(lanyard: LaunchedBrowser): Promise<void> {
  return lanyard.inExtension(async (ms) => {
    for (const [key, held] of Object.entries(await chrome.storage.session.get(null))) {
      if (!key.startsWith('tokens:') || !Array.isArray(held)) continue;
      const aged = held.map((token) => ({
        ...token,
        obtainedAt: token.obtainedAt - ms,
        expiresOn: token.expiresOn - ms,
      }));
      await chrome.storage.session.set({ [key]: aged });
    }
  }, DAY_MS);
}

/** Forgets how often tokens were asked for of late, as time would: the limit on it is no subject there. */
export function forgetTokenRequests(lanyard: LaunchedBrowser): Promise<void> {
  return lanyard.inExtension(async () => {
    const keys = Object.keys(await chrome.storage.session.get(null));
    await chrome.storage.session.remove(keys.filter((key) => key.startsWith('requests:')));
  });
}

/** All that Lanyard keeps in the browser, as text: both areas, and every record of IndexedDB. */
export function dumpEverything(lanyard: LaunchedBrowser): Promise<string> {
  return lanyard.inExtension(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const records: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        records.push(...(await done(database.transaction(store).objectStore(store).getAll())));
      }
      database.close();
    }
    // A key has nothing that JSON would show.
    const describe = (_key: string, value: unknown) =>
      value instanceof CryptoKey
        ? { algorithm: value.algorithm.name, extractable: value.extractable }
        : value;
    const { session, local } = chrome.storage;
    return JSON.stringify([await session.get(null), await local.get(null), records], describe);
  });
}

/** What *Clear browsing data* and a reset of the extension's own storage come to: both areas and the databases. */
export function clearEverything(lanyard: LaunchedBrowser): Promise<void> {
  return lanyard.inExtension(async () => {
    await chrome.storage.session.clear();
    await chrome.storage.local.clear();
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name ?? '');
        request.onsuccess = resolve;
        request.onerror = reject;
      });
    }
  });
}

/** The codes and refresh tokens given out so far: opaque, where access and ID tokens are JWTs. */
export function opaqueSecrets({ control }: Tenant): string[] {
  return [...control.issuedSecrets].filter((secret) => !secret.includes('.'));
}
