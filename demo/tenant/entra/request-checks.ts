import type { ParsedUrlQuery } from 'node:querystring';
import { findAuthority } from './authorities.ts';
import type { EntraError } from './errors.ts';
import { failures } from './failures.ts';
import { parseScopes } from './scopes.ts';
import type { EntraSetting } from './setting.ts';

/** Reads a parameter of a query: its first value, or nothing. */
export type ReadParam = (name: string) => string;

export const readerOf =
  (query: ParsedUrlQuery): ReadParam =>
  (name) => {
    const value = query[name];
    return (Array.isArray(value) ? value[0] : value) ?? '';
  };

/** What Entra refuses on a page: without a client and a redirect URI to trust, it never redirects. */
export function findPageFailure(
  param: ReadParam,
  required: readonly string[],
  segment: string,
  setting: EntraSetting,
): EntraError | null {
  if (!findAuthority(segment)) return failures.unknownTenant(segment);
  const missing = required.find((name) => !param(name));
  if (missing !== undefined) return failures.missingParameter(missing);
  if (param('client_id') !== setting.clientId) return failures.unknownClient(param('client_id'));
  if (!setting.redirectUris.includes(param('redirect_uri'))) {
    return failures.unknownRedirect(param('redirect_uri'), setting.clientId);
  }
  const { unknown } = parseScopes(param('scope'));
  return unknown.length > 0 ? failures.unknownScope(unknown) : null;
}
