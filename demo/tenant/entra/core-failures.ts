import { errors } from 'oidc-provider';
import { EntraError } from './errors.ts';
import { failures } from './failures.ts';

/**
 * The core calls every refused grant "grant request is invalid" and tells the cause in `error_detail` alone; these
 * are the causes that Entra numbers.
 */
const grantCauses: Record<string, () => EntraError> = {
  'code_verifier must be provided': failures.pkceMissing,
  'code_verifier does not match code_challenge': () =>
    new EntraError(
      'invalid_grant',
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    ),
  'authorization code already consumed': () =>
    new EntraError(
      'invalid_grant',
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    ),
  'authorization code is expired': () =>
    new EntraError(
      'invalid_grant',
      70008,
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    ),
  'authorization code redirect_uri mismatch': () =>
    new EntraError(
      'invalid_grant',
      500112,
      'The reply address does not match the reply address provided when requesting the authorization code.',
    ),
};

const detailOf = (failure: Error) =>
  'error_detail' in failure && typeof failure.error_detail === 'string' ? failure.error_detail : '';

const descriptionOf = (failure: Error) =>
  'error_description' in failure && typeof failure.error_description === 'string'
    ? failure.error_description
    : '';

/** The parameter that the core missed, read from its description as it says it nowhere else. */
function findMissing(description: string): string | undefined {
  if (description === 'no client authentication mechanism provided') return 'client_id';
  return /^missing required parameters? '?(\w+)/.exec(description)?.[1];
}

/** Entra's form of what went wrong at the token endpoint. */
export function translateTokenFailure(failure: Error, clientId: string): EntraError {
  if (failure instanceof EntraError) return failure;
  const known = grantCauses[detailOf(failure)];
  if (known) return known();
  const missing = findMissing(descriptionOf(failure));
  switch (failure.message) {
    case 'invalid_grant':
      return new EntraError('invalid_grant', 70000, 'Provided grant is invalid or malformed.');
    case 'invalid_client':
      return failures.unknownClient(clientId);
    case 'unsupported_grant_type':
      return new EntraError(
        'unsupported_grant_type',
        70003,
        'The app requested an unsupported grant type for this application.',
      );
    default:
      if (missing) return failures.missingParameter(missing);
      return new EntraError('invalid_request', 9002313, 'Invalid request. Request is malformed or invalid.');
  }
}

/** Entra's form of what the core answers to an authorization request. */
export function translateAuthorizeFailure(failure: Error, clientId: string): EntraError {
  if (failure instanceof EntraError) return failure;
  if (failure instanceof errors.SessionNotFound) return failures.signInEnded();
  switch (failure.message) {
    case 'login_required':
      return new EntraError(
        'login_required',
        50058,
        'A silent sign-in request was sent but no user is signed in, or more than one user is.',
      );
    case 'consent_required':
      return failures.consentMissing('consent_required', clientId);
    case 'access_denied':
      return new EntraError('access_denied', 65004, 'User declined to consent to access the app.');
    case 'unsupported_response_type':
      return new EntraError(
        'unsupported_response_type',
        700051,
        'The response_type is not enabled for the application.',
      );
    default:
      return new EntraError(
        'invalid_request',
        90100,
        descriptionOf(failure) || 'A parameter is empty or not valid.',
      );
  }
}
