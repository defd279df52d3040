/** The core's own paths; other tenants' are rewritten to these before the core sees them. */
export const corePaths = { authorize: '/common/oauth2/v2.0/authorize', token: '/common/oauth2/v2.0/token' };

/** Where the pages live; the interaction's id follows. */
export const loginPath = '/common/login/';

const endpoints = {
  authorize: 'oauth2/v2.0/authorize',
  token: 'oauth2/v2.0/token',
  logout: 'oauth2/v2.0/logout',
  keys: 'discovery/v2.0/keys',
  configuration: 'v2.0/.well-known/openid-configuration',
  adminconsent: 'v2.0/adminconsent',
} as const;

export type Endpoint = keyof typeof endpoints;

const endpointOf = (rest: string) =>
  (['authorize', 'token', 'logout', 'keys', 'configuration', 'adminconsent'] as const).find(
    (name) => endpoints[name] === rest,
  );

/**
 * Splits `/{tenant}/oauth2/v2.0/token` and its like, whatever the letter case: MSAL lower-cases the authority, people
 * copy tenant names as they find them.
 */
export function readPath(path: string): { segment: string; endpoint: Endpoint } | null {
  const [, segment = '', rest = ''] = /^\/([^/]+)\/(.+)$/.exec(path) ?? [];
  const endpoint = endpointOf(rest.toLowerCase());
  return endpoint ? { segment: segment.toLowerCase(), endpoint } : null;
}
