import { failures } from './failures.ts';

/** What the `claims` parameters of a sign-in asked for (OpenID Connect, "Requesting Claims"; Microsoft's under `access_token`). */
export interface RequestClaims {
  /** Optional claims of the ID token, by name. */
  optional: ReadonlySet<string>;
  /** What the client can handle, such as `CP1`: challenges (Microsoft, "Client capabilities"). */
  capabilities: readonly string[];
  /** What was asked for with this very token, whole. */
  requested: readonly unknown[];
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

function namesUnderIdToken(claims: unknown): string[] {
  const idToken = memberOf(claims, 'id_token');
  return typeof idToken === 'object' && idToken !== null ? Object.keys(idToken) : [];
}

function capabilitiesIn(claims: unknown): string[] {
  const values = memberOf(memberOf(memberOf(claims, 'access_token'), 'xms_cc'), 'values');
  return Array.isArray(values) ? values.map((value) => String(value).toUpperCase()) : [];
}

function parse(parameter: unknown): unknown {
  try {
    return JSON.parse(typeof parameter === 'string' ? parameter : 'null');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw failures.malformedClaims();
  }
}

/**
 * Reads the claims asked for at authorization and at redemption; MSAL asks at both. A refresh is a request of its own:
 * what the sign-in before it asked of its access token has been answered by then.
 */
export function readRequestClaims(
  atAuthorization: unknown,
  parameter: unknown,
  grant: 'code' | 'refresh',
): RequestClaims {
  const atRedemption = parse(parameter);
  const all = [atAuthorization, atRedemption];
  return {
    optional: new Set(all.flatMap(namesUnderIdToken)),
    capabilities: all.flatMap(capabilitiesIn),
    requested: grant === 'code' ? all : [atRedemption],
  };
}
