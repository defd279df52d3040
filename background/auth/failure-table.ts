import type { Reason } from '../../src/errors.ts';

/** OAuth and MSAL error names to reasons: maps, because the names come from outside, and objects know a `constructor`. */
export const REASON_BY_ERROR: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  // RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6
  ['access_denied', 'declined'],
  ['invalid_grant', 'session-ended'],
  ['login_required', 'session-ended'],
  ['interaction_required', 'extra-check'],
  ['consent_required', 'consent-missing'],
  ['invalid_request', 'registration-wrong'],
  ['invalid_client', 'registration-wrong'],
  ['invalid_scope', 'registration-wrong'],
  ['invalid_resource', 'registration-wrong'],
  ['unsupported_response_type', 'registration-wrong'],
  ['unauthorized_client', 'app-unavailable'],
  ['server_error', 'microsoft-unavailable'],
  ['temporarily_unavailable', 'microsoft-unavailable'],
  // MSAL's own
  ['no_tokens_found', 'session-ended'],
  ['refresh_token_expired', 'refresh-token-expired'],
  ['no_account_found', 'session-ended'],
  ['bad_token', 'session-ended'],
  ['interaction_in_progress', 'window-already-open'],
  ['no_network_connectivity', 'offline'],
  ['network_error', 'offline'],
  ['post_request_failed', 'offline'],
  ['get_request_failed', 'offline'],
  ['nonce_mismatch', 'unverified'],
  ['state_mismatch', 'unverified'],
  ['state_not_found', 'unverified'],
  ['invalid_state', 'unverified'],
  ['invalid_client_info', 'unverified'],
  ['client_info_decoding_error', 'unverified'],
  ['client_info_empty_error', 'unverified'],
  ['token_parsing_error', 'unverified'],
  ['null_or_empty_token', 'unverified'],
]);

/** Entra's `suberror`, which says what would help (Microsoft: "Handle errors and exceptions in MSAL.NET"). */
export const REASON_BY_SUBERROR: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  ['bad_token', 'session-ended'],
  ['basic_action', 'extra-check'],
  ['additional_action', 'device-policy'],
  ['message_only', 'blocked-by-policy'],
  ['user_password_expired', 'password-expired'],
  ['consent_required', 'consent-missing'],
]);

const words = (reason: Reason, ...numbers: number[]) => numbers.map((number) => [number, reason] as const);

/**
 * Better words by AADSTS number (Microsoft: "Microsoft Entra authentication and authorization error codes"), each only
 * where the failure is of a kind that it can refine. Microsoft may change numbers without notice, so they never make
 * Lanyard ask for more: the most that a wrong one can do is to save a silent attempt, and cost a click.
 */
const REFINEMENTS: Partial<Record<Reason, ReadonlyMap<number, Reason>>> = {
  'session-ended': new Map([
    ...words('refresh-token-expired', 700084, 70008, 700082),
    ...words('fresh-sign-in-required', 70043),
    ...words('sign-in-revoked', 50173),
    ...words('password-changed', 50132, 50133),
    ...words('password-expired', 50055, 50144),
    ...words('account-disabled', 50057),
    ...words('account-gone', 50034, 51004, 50014),
    ...words('account-not-in-tenant', 16000, 50020, 90072),
    ...words('registration-wrong', 90008, 65005, 650056, 650057),
    ...words('blocked-by-policy', 53003, 530032, 53011),
    ...words('extra-check', 50076, 50074, 50072, 50078, 50079, 50158),
    ...words('not-assigned', 50105),
    ...words('loop-stopped', 50196),
  ]),
  'extra-check': new Map([
    ...words('account-not-in-tenant', 16000, 50020, 90072),
    ...words('device-policy', 53000, 53001, 53002, 50097, 50129, 50131),
    ...words('blocked-by-policy', 53003, 530032, 53011),
    ...words('not-assigned', 50105),
  ]),
  'blocked-by-policy': new Map(words('account-disabled', 50057)),
  declined: new Map(words('approval-needed', 90093, 90094, 90095, 900941)),
  'registration-wrong': new Map([
    ...words('tenant-unknown', 90002),
    ...words('platform-wrong', 9002325, 9002326, 9002327, 50011, 70004, 900971),
    ...words('app-unavailable', 700016, 70001, 7000112),
  ]),
  'microsoft-unavailable': new Map(words('loop-stopped', 50196)),
};

/** The reason with better words, where there are some for that number (`AADSTS50173`). */
export function refine(reason: Reason, number: string | undefined): Reason {
  const digits = Number(number?.replace('AADSTS', ''));
  return REFINEMENTS[reason]?.get(digits) ?? reason;
}
