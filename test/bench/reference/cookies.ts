/**
 * Has the page keep MSAL's cookie. MSAL 5 seals its cache in localStorage under a key that it keeps in a session cookie
 * with the attribute `Secure`, which Chromium refuses to a page of an extension: the cache would be new each time the
 * page opens. (The sample's MSAL 2 had no such seal.) Without that attribute the cookie stays.
 */
export function keepCookies(): void {
  const native = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(document, 'cookie', {
    get: () => native?.get?.call(document),
    set: (cookie: string) => native?.set?.call(document, cookie.replace(/SameSite=None;|Secure;/g, '')),
  });
}
