import { EntraError } from './errors.ts';

/** The failures that more than one place speaks of. */
export const failures = {
  unknownTenant: (segment: string) =>
    new EntraError(
      'invalid_request',
      90002,
      `Tenant '${segment}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
    ),
  unknownClient: (clientId: string) =>
    new EntraError(
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory. It has not been installed by the administrator of the tenant or consented to by any user in it.`,
    ),
  /** `common` says nothing of whose administrator is to decide, and personal accounts have none. */
  noTenantNamed: () =>
    new EntraError(
      'invalid_request',
      50059,
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    ),
  missingParameter: (name: string) =>
    new EntraError('invalid_request', 900144, `The request must contain the following parameter: '${name}'.`),
  unknownRedirect: (redirectUri: string, clientId: string) =>
    new EntraError(
      'invalid_request',
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
    ),
  unknownScope: (scopes: readonly string[]) =>
    new EntraError(
      'invalid_scope',
      70011,
      `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scopes.join(' ')} is not valid.`,
    ),
  pkceMissing: () =>
    new EntraError(
      'invalid_request',
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    ),
  consentMissing: (error: 'invalid_grant' | 'consent_required', clientId: string) =>
    new EntraError(
      error,
      65001,
      `The user or administrator has not consented to use the application with ID '${clientId}' named 'Lanyard (local build)'. Send an interactive authorization request for this user and resource.`,
      { suberror: 'consent_required' },
    ),
  grantRevoked: (at: number) =>
    new EntraError(
      'invalid_grant',
      50173,
      `The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The TokensValidFrom date (before which tokens are not valid) for this user is '${new Date(at).toISOString()}'.`,
      { suberror: 'bad_token' },
    ),
  signInEnded: () =>
    new EntraError(
      'invalid_request',
      50012,
      'This sign-in has ended or belongs to another window. Start it again.',
    ),
  malformedClaims: () =>
    new EntraError(
      'invalid_request',
      50027,
      "The provided value for the input parameter 'claims' is not valid.",
    ),
  wrongTenant: (upn: string, segment: string) =>
    new EntraError(
      'invalid_grant',
      50020,
      `User account '${upn}' does not exist in tenant '${segment}' and cannot access the application in that tenant.`,
    ),
};
