import type { KeyedStorage } from './token-cache.ts';

/**
 * Gives MSAL the surroundings it was written for. This file is the only place that knows what MSAL reads
 * from a window, and must run before `msal.ts` makes its client. Nothing of MSAL itself is changed.
 *
 * In Chromium the background is a service worker, without window or document; in Firefox it is a page that
 * has both. So each stand-in is put in only where the real thing is missing, save for two that must go in
 * everywhere: the storages (ours outlives the background) and the broadcast channel (see below).
 */
export function hostMsal(storage: KeyedStorage): void {
  const host = globalThis;

  // MSAL names its globals through `window`; `parent === window` tells it that it is not inside a frame.
  provide(host, 'window', host);
  provide(host, 'parent', host);

  // It sets the title around a redirect, listens for visibility, and makes a store of cookies that it never reads.
  provide(host, 'document', {
    title: '',
    cookie: '',
    visibilityState: 'hidden',
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });

  // The cache: `cacheLocation: 'sessionStorage'` reads and writes the first. The second is for features that are
  // off; in Firefox, whose background has a real one, nothing of MSAL's should reach that disk.
  replace(host, 'sessionStorage', storage);
  replace(host, 'localStorage', storage);

  // MSAL tells other tabs of a sign-in by broadcasting the account, raw ID token included, to every page of
  // our origin. Tokens stay in the background, so it finds no such channel.
  replace(host, 'BroadcastChannel', undefined);
}

function provide(host: object, name: string, value: unknown): void {
  if (!(name in host)) replace(host, name, value);
}

function replace(host: object, name: string, value: unknown): void {
  // `defineProperty`, because the storages of a real window are getters that assignment does not reach.
  Object.defineProperty(host, name, { value, configurable: true, writable: true });
}
