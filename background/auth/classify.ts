import { AppError, type Reason } from '../../src/errors.ts';
import { type AuthorizeAnswer, aadstsNumber } from './authorize-url.ts';

/** OAuth and MSAL error names to reasons. AADSTS numbers are not asked: Microsoft changes them without notice. */
const REASONS_BY_NAME: Record<string, Reason> = {
  // RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6
  access_denied: 'declined',
  invalid_grant: 'sign-in-needed',
  login_required: 'sign-in-needed',
  interaction_required: 'sign-in-needed',
  consent_required: 'sign-in-needed',
  invalid_request: 'registration-wrong',
  invalid_client: 'registration-wrong',
  invalid_scope: 'registration-wrong',
  invalid_resource: 'registration-wrong',
  unauthorized_client: 'registration-wrong',
  unsupported_response_type: 'registration-wrong',
  server_error: 'microsoft-unavailable',
  temporarily_unavailable: 'microsoft-unavailable',
  // MSAL's own
  no_tokens_found: 'sign-in-needed',
  refresh_token_expired: 'sign-in-needed',
  no_account_found: 'sign-in-needed',
  bad_token: 'sign-in-needed',
  interaction_in_progress: 'window-already-open',
  no_network_connectivity: 'offline',
  network_error: 'offline',
  post_request_failed: 'offline',
  get_request_failed: 'offline',
  nonce_mismatch: 'unverified',
  state_mismatch: 'unverified',
  state_not_found: 'unverified',
  invalid_state: 'unverified',
  invalid_client_info: 'unverified',
  client_info_decoding_error: 'unverified',
  client_info_empty_error: 'unverified',
  token_parsing_error: 'unverified',
  null_or_empty_token: 'unverified',
};

/** A map, because the names come from outside, and every object knows a `constructor`. */
const REASON_OF = new Map(Object.entries(REASONS_BY_NAME));

/**
 * What a failed call of MSAL means. Of MSAL's and Entra's texts only a number comes along, or a name that is known
 * here: anything else may have been written by whoever answered.
 */
export function classify(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const name = textOf(thrown, 'errorCode');
  return named(name, aadstsNumber(textOf(thrown, 'errorMessage')), thrown);
}

/** What an error in the redirect means: a cancelled page is not a declined consent (`error_subcode`). */
export function classifyDenial({ error, subcode, number }: AuthorizeAnswer): AppError {
  if (error === 'access_denied' && subcode === 'cancel') return new AppError('cancelled');
  return named(error ?? '', number);
}

/**
 * Whether Microsoft has turned a refresh token down for good: `invalid_grant` (RFC 6749 §5.2), save where only a
 * consent is missing, for then the token itself is sound. That MSAL finds it too old is no such thing: this
 * computer's clock may be wrong, and MSAL does not send it then.
 */
export function isPermanentRefusal(thrown: unknown): boolean {
  if (!(thrown instanceof AppError) || thrown.reason !== 'sign-in-needed') return false;
  const name = textOf(thrown.cause, 'errorCode');
  const isRefused = name === 'invalid_grant' || name === 'bad_token';
  return isRefused && textOf(thrown.cause, 'subError') !== 'consent_required';
}

/** Whether MSAL could not read its own entries: it parses its lists of keys without a net. */
export function isDamage(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.reason === 'unexpected' && thrown.cause instanceof SyntaxError;
}

function named(name: string, number: string | undefined, cause?: unknown): AppError {
  const reason = REASON_OF.get(name);
  return new AppError(reason ?? 'unexpected', { cause, detail: number ?? (reason ? name : undefined) });
}

function textOf(value: unknown, key: string): string {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof text === 'string' ? text : '';
}
