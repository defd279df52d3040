import { AppError, type Reason } from '../../src/errors.ts';
import { type AuthorizeAnswer, aadstsNumber } from './authorize-url.ts';

/** OAuth and MSAL error names to reasons. AADSTS numbers are not asked: Microsoft changes them without notice. */
const REASON_OF: Record<string, Reason> = {
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

/** What a failed call of MSAL means. MSAL's and Entra's texts stay behind as `cause`; only a number comes along. */
export function classify(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const code = textOf(thrown, 'errorCode');
  const detail = aadstsNumber(textOf(thrown, 'errorMessage')) ?? (code || undefined);
  return new AppError(REASON_OF[code] ?? 'unexpected', { cause: thrown, detail });
}

/** What an error in the redirect means: a cancelled page is not a declined consent (`error_subcode`). */
export function classifyDenial({ error, subcode, number }: AuthorizeAnswer): AppError {
  if (error === 'access_denied' && subcode === 'cancel') return new AppError('cancelled');
  return new AppError(REASON_OF[error ?? ''] ?? 'unexpected', { detail: number ?? error ?? undefined });
}

function textOf(value: unknown, key: string): string {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof text === 'string' ? text : '';
}
