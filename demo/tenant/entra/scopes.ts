import { graphHost } from '../hosts.ts';
import { graphPermissions, oidcPermissions } from '../permissions.ts';

const graphPrefix = `https://${graphHost}/`;
const byLowerCase = new Map(
  [...oidcPermissions, ...graphPermissions].map(({ scope }) => [scope.toLowerCase(), scope] as const),
);
const oidcScopes = new Set(oidcPermissions.map(({ scope }) => scope));

/** A scope as the client wrote it, and the name by which the tenant knows it. */
export interface AskedScope {
  asked: string;
  name: string;
}

/** Every scope that means something here, in the short form. */
export const knownScopes: readonly string[] = [...byLowerCase.values()];

export const isOidcScope = (name: string): boolean => oidcScopes.has(name);

/** What is consented together with the first permission (Microsoft, "Overview of permissions and consent"). */
export const firstConsent: readonly string[] = ['openid', 'profile', 'offline_access', 'User.Read'];

/**
 * Reads a `scope` parameter. A scope without a resource means Graph's, the long form names the resource, and letter
 * case does not matter (Microsoft, "Scopes and permissions in the Microsoft identity platform").
 */
export function parseScopes(text: string): { known: AskedScope[]; unknown: string[] } {
  const known: AskedScope[] = [];
  const unknown: string[] = [];
  for (const asked of new Set(text.split(' ').filter(Boolean))) {
    const isLong = asked.toLowerCase().startsWith(graphPrefix);
    const name = byLowerCase.get((isLong ? asked.slice(graphPrefix.length) : asked).toLowerCase());
    if (name === undefined || (isLong && isOidcScope(name))) unknown.push(asked);
    else known.push({ asked, name });
  }
  return { known, unknown };
}

/** The `scope` of an answer to a request to the administrator: as asked, with Graph's scopes in the long form. */
export const describeAsked = (asked: readonly AskedScope[]): string =>
  asked.map(({ name }) => (isOidcScope(name) ? name : graphPrefix + name)).join(' ');

/**
 * The `scope` of a token answer: asked scopes in the form asked (MSAL finds its cached token by these strings), then
 * every other Graph scope granted so far, then the OpenID Connect ones. `offline_access` is not listed.
 */
export function describeGranted(asked: readonly AskedScope[], granted: ReadonlySet<string>): string {
  const askedGraph = asked.filter(({ name }) => !isOidcScope(name) && granted.has(name));
  const isLong = askedGraph.length > 0 && askedGraph.every((scope) => scope.asked.includes('/'));
  const named = new Set(askedGraph.map(({ name }) => name));
  const others = [...granted].filter((name) => !isOidcScope(name) && !named.has(name));
  const oidc = ['openid', 'profile', 'email'].filter((name) => granted.has(name));
  return [
    ...askedGraph.map((scope) => scope.asked),
    ...others.map((name) => (isLong ? graphPrefix + name : name)),
    ...oidc,
  ].join(' ');
}
