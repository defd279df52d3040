/** A failure that Entra has on record: one row of what a client has to expect, with every number that looks alike. */
export interface FailureRow {
  id: string;
  /** AADSTS numbers. */
  codes: readonly number[];
  /**
   * Where it is met: in a token answer; in a redirect, and where there is a page too, only when nobody was to be asked
   * (`prompt=none`); on a page of Entra's own, which the app never hears of.
   */
  at: readonly ('token' | 'authorize' | 'page')[];
  /** The OAuth error, of all numbers but those in `errors`. */
  error: string;
  errors?: Readonly<Record<number, string>>;
  /** The OAuth error of the redirect, where that is another one than the token answer's. */
  redirectError?: string;
  suberror?: string;
  /** A claims request in JSON, to be sent back with the sign-in that is to mend it. */
  claims?: string;
  /** HTTP status of the token answer; 400 unless it says otherwise. */
  status?: number;
  headers?: Readonly<Record<string, string>>;
  /** The page has a way back, which the app takes for a cancelled sign-in. */
  leadsBack?: true;
}

/** The Conditional Access policy that a person has to satisfy, as a claims request. */
const policyClaims = JSON.stringify({
  access_token: { capolids: { essential: true, values: ['7f6f1c4e-3d2b-4a86-9b3e-5c1d20a4e8f7'] } },
});

const again = 'interaction_required';

/**
 * Every failure that comes over the wire, in the order of the project's list of what a client has to expect (Microsoft,
 * "Error codes"). What was seen in two shapes stands here in the commoner one.
 */
export const failureRows: readonly FailureRow[] = [
  { id: 'T1', codes: [700084], at: ['token'], error: 'invalid_grant' },
  { id: 'T2', codes: [70008, 700082], at: ['token'], error: 'invalid_grant' },
  {
    id: 'T3',
    codes: [70043],
    at: ['token', 'authorize'],
    error: 'invalid_grant',
    redirectError: again,
    suberror: 'bad_token',
  },
  { id: 'T4', codes: [50173], at: ['token'], error: 'invalid_grant', suberror: 'bad_token' },
  {
    id: 'T5',
    codes: [50132, 50133],
    at: ['token', 'authorize'],
    error: 'invalid_grant',
    redirectError: again,
  },
  { id: 'T6', codes: [50058], at: ['authorize'], error: 'login_required' },
  { id: 'T7', codes: [16000, 50020, 90072], at: ['token', 'authorize', 'page'], error: again },
  { id: 'T8', codes: [50034, 51004, 50014], at: ['token', 'page'], error: 'invalid_grant' },
  { id: 'T9', codes: [50057], at: ['token', 'page'], error: 'invalid_grant' },
  { id: 'T10', codes: [50053], at: ['page'], error: 'access_denied' },
  {
    id: 'T11',
    codes: [50055, 50144],
    at: ['token', 'authorize'],
    error: 'invalid_grant',
    redirectError: again,
    suberror: 'user_password_expired',
  },
  {
    id: 'T12',
    codes: [65001],
    at: ['token', 'authorize'],
    error: 'invalid_grant',
    redirectError: 'consent_required',
    suberror: 'consent_required',
  },
  { id: 'T13', codes: [65004], at: ['authorize'], error: 'access_denied' },
  {
    id: 'T14',
    codes: [90094, 90093, 90095, 900941],
    at: ['authorize', 'page'],
    error: 'consent_required',
    leadsBack: true,
  },
  {
    id: 'T15',
    codes: [90008, 65005, 650056, 650057, 70011],
    at: ['token', 'page'],
    error: 'invalid_grant',
    errors: { 650057: 'invalid_resource', 70011: 'invalid_scope' },
  },
  {
    id: 'T16',
    codes: [50076, 50074, 50072, 50078, 50079, 50158],
    at: ['token', 'authorize'],
    error: 'invalid_grant',
    redirectError: again,
    suberror: 'basic_action',
    claims: policyClaims,
  },
  {
    id: 'T17',
    codes: [53000, 53001, 53002, 50097, 50129, 50131],
    at: ['token', 'authorize', 'page'],
    error: again,
    suberror: 'additional_action',
    claims: policyClaims,
  },
  {
    id: 'T18',
    codes: [53003, 530032, 53011],
    at: ['token', 'authorize', 'page'],
    error: 'invalid_grant',
    redirectError: again,
    suberror: 'message_only',
    claims: policyClaims,
  },
  { id: 'T19', codes: [53004], at: ['token', 'authorize', 'page'], error: again },
  { id: 'T20', codes: [50105], at: ['token', 'authorize', 'page'], error: again },
  { id: 'T21', codes: [50196], at: ['token'], error: 'invalid_grant' },
  { id: 'T22', codes: [90002], at: ['token', 'page'], error: 'invalid_request' },
  { id: 'T23', codes: [700016, 70001, 7000112], at: ['token', 'page'], error: 'unauthorized_client' },
  { id: 'T24', codes: [50011, 70004, 900971], at: ['page'], error: 'invalid_request' },
  {
    id: 'T25',
    codes: [9002325, 9002326, 9002327],
    at: ['token', 'authorize'],
    error: 'invalid_request',
  },
  { id: 'T26', codes: [7000218, 700025], at: ['token'], error: 'invalid_client', status: 401 },
  { id: 'T27', codes: [54005], at: ['token'], error: 'invalid_grant' },
  { id: 'T28', codes: [501481, 50148, 70000], at: ['token'], error: 'invalid_grant' },
  {
    id: 'T29',
    codes: [90033, 90006, 90012, 90024, 50033, 50087, 70012, 90090],
    at: ['token', 'authorize'],
    error: 'temporarily_unavailable',
    errors: { 70012: 'server_error' },
    status: 503,
  },
  {
    id: 'T30',
    codes: [90055],
    at: ['token', 'authorize'],
    error: 'temporarily_unavailable',
    status: 429,
    headers: { 'Retry-After': '30' },
  },
];
