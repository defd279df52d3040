/** Where a page of an extension, which has no cookies, keeps the one that MSAL needs. */
const KEY = 'cookie';

/**
 * Gives the page a cookie. MSAL 5 seals its cache in localStorage under a key that it keeps in a session cookie; without
 * one the cache would be new each time the page opens. The sample's MSAL 2 had no such seal.
 */
export function keepCookies(): void {
  Object.defineProperty(document, 'cookie', {
    get: () => localStorage.getItem(KEY) ?? '',
    set(cookie: string) {
      localStorage.setItem(KEY, cookie.split(';')[0] ?? '');
    },
  });
}
