/** What MSAL has in its cache: its own keys and values. */
export type CacheEntries = Map<string, string>;

/** The part of the Web Storage API that MSAL uses; its keys are also found by `Object.keys`. */
export interface KeyedStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  clear(): void;
}

/** The storage that MSAL sees, and a way to say whose entries are in it. */
export interface TokenCache {
  readonly storage: KeyedStorage;
  /** From now on MSAL reads and writes these entries. */
  open(entries: CacheEntries): void;
}

/**
 * The cache that MSAL sees. It wants synchronous Web Storage, which a service worker does not have and which
 * would not outlive it. So MSAL works in memory, on the entries of one account at a time: what it costs does not
 * grow with the accounts, and none of them can get into another's.
 */
export function createTokenCache(): TokenCache {
  let entries: CacheEntries = new Map();
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
  const storage = new Proxy(methods, {
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
  return {
    storage,
    open: (next) => {
      entries = next;
    },
  };
}
