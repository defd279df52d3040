import { tokenCache } from '../../src/storage.ts';

/** The part of the Web Storage API that MSAL uses; its keys are also found by `Object.keys`. */
export interface KeyedStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  clear(): void;
}

/** A synchronous store in memory, with extension storage behind it. */
export interface TokenCache {
  /** What MSAL is given as its storage. */
  readonly storage: KeyedStorage;
  /** Fills the memory from extension storage. Once per life of the background, before MSAL's first look. */
  hydrate(): Promise<void>;
  /** Writes everything to extension storage in one step. Must end before a result is handed out. */
  flush(): Promise<void>;
  /** Forgets everything, in memory and in extension storage. */
  wipe(): Promise<void>;
  /** The entries as they are now, to go back to with `restore`. */
  copy(): ReadonlyMap<string, string>;
  /** Makes the memory what it was when the copy was taken. */
  restore(copy: ReadonlyMap<string, string>): void;
}

/**
 * The cache that MSAL sees. It wants synchronous Web Storage, which a service worker does not have and which
 * would not outlive it: extension storage does both, but answers later. So MSAL works in memory, and nobody
 * gets a token before what MSAL wrote is safe.
 */
export function createTokenCache(): TokenCache {
  const entries = new Map<string, string>();
  const restore = (copy: ReadonlyMap<string, string>) => {
    entries.clear();
    for (const [key, value] of copy) entries.set(key, value);
  };
  return {
    storage: asWebStorage(entries),
    hydrate: async () => restore(new Map(Object.entries((await tokenCache.get()) ?? {}))),
    flush: () => tokenCache.set(Object.fromEntries(entries)),
    wipe: async () => {
      entries.clear();
      await tokenCache.remove();
    },
    copy: () => new Map(entries),
    restore,
  };
}

function asWebStorage(entries: Map<string, string>): KeyedStorage {
  const methods: KeyedStorage = {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
  // MSAL lists the keys with `Object.keys(storage)` and asks `storage.hasOwnProperty(key)`, as one can of a
  // real `Storage`: so each entry shows as a property of its own.
  return new Proxy(methods, {
    ownKeys: () => [...entries.keys()],
    get: (target, key) =>
      typeof key === 'string' && !(key in target) ? entries.get(key) : Reflect.get(target, key),
    has: (target, key) => (typeof key === 'string' && entries.has(key)) || key in target,
    getOwnPropertyDescriptor: (_target, key) => {
      const value = typeof key === 'string' ? entries.get(key) : undefined;
      return value === undefined
        ? undefined
        : { value, configurable: true, enumerable: true, writable: true };
    },
  });
}
