import * as v from 'valibot';
import { AppError } from '../../src/errors.ts';
import { SIGN_IN_HOST } from '../../src/settings.ts';

const CLOCK_TOLERANCE_S = 300;
const OLDEST_S = 24 * 60 * 60;

const guid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i));
const seconds = v.pipe(v.number(), v.integer());

/** The claims of an Entra v2.0 ID token that Lanyard relies on (Microsoft: "ID token claims reference"). */
const IdTokenClaims = v.object({
  aud: v.string(),
  iss: v.string(),
  exp: seconds,
  nbf: v.optional(seconds),
  iat: seconds,
  sub: v.pipe(v.string(), v.minLength(1)),
  oid: guid,
  tid: guid,
  nonce: v.optional(v.string()),
});

type IdTokenClaims = v.InferOutput<typeof IdTokenClaims>;

/** What a token answer must fulfil. `account` is MSAL's `homeAccountId` where it is known beforehand. */
export interface Expectation {
  clientId: string;
  scopes: readonly string[];
  nonce?: string;
  account?: string;
}

/** The part of MSAL's `AuthenticationResult` that is checked. */
export interface TokenAnswer {
  accessToken: string;
  tokenType: string;
  scopes: readonly string[];
  expiresOn: Date | null;
  idTokenClaims: object;
  account: { homeAccountId: string; localAccountId: string; tenantId: string } | null;
}

/**
 * Refuses a token answer that MSAL has let pass. MSAL checks the nonce and nothing else of the ID token, and
 * calls an answer without access token, for another person, or with fewer scopes a success (OpenID Connect
 * Core §3.1.3.7; RFC 9700). Clocks may differ by five minutes. `now` is in epoch milliseconds.
 * @throws AppError `unverified`, `microsoft-unavailable` (no token in it) or `partly-granted`
 */
export function checkAnswer(answer: TokenAnswer, expected: Expectation, now = Date.now()): void {
  if (answer.accessToken === '')
    throw new AppError('microsoft-unavailable', { detail: 'no token in the answer' });
  const claims = v.safeParse(IdTokenClaims, answer.idTokenClaims);
  if (!claims.success) throw unverified(`claim ${v.getDotPath(claims.issues[0]) ?? ''}`);
  checkClaims(claims.output, expected, now / 1000);
  checkAccount(answer.account, claims.output, expected);
  checkToken(answer, expected, now);
}

function checkClaims(claims: IdTokenClaims, expected: Expectation, now: number): void {
  if (claims.aud !== expected.clientId) throw unverified('aud');
  if (claims.iss !== `https://${SIGN_IN_HOST}/${claims.tid}/v2.0`) throw unverified('iss');
  if (claims.exp < now - CLOCK_TOLERANCE_S) throw unverified('exp');
  if (claims.nbf !== undefined && claims.nbf > now + CLOCK_TOLERANCE_S) throw unverified('nbf');
  if (claims.iat > now + CLOCK_TOLERANCE_S || claims.iat < now - OLDEST_S) throw unverified('iat');
  if (expected.nonce !== undefined && claims.nonce !== expected.nonce) throw unverified('nonce');
}

function checkAccount(account: TokenAnswer['account'], claims: IdTokenClaims, expected: Expectation): void {
  if (!account) throw unverified('account');
  const [uid, utid] = account.homeAccountId.toLowerCase().split('.');
  // At home the token is for the object that `client_info` names; as a guest the two tenants differ.
  const isHome = utid === claims.tid.toLowerCase();
  if (isHome && uid !== claims.oid.toLowerCase()) throw unverified('oid');
  if (expected.account !== undefined && account.homeAccountId !== expected.account)
    throw unverified('account');
}

function checkToken(answer: TokenAnswer, expected: Expectation, now: number): void {
  if (answer.accessToken === '')
    throw new AppError('microsoft-unavailable', { detail: 'empty token answer' });
  if (answer.tokenType.toLowerCase() !== 'bearer') throw unverified('token_type');
  if (!answer.expiresOn || answer.expiresOn.getTime() <= now) throw unverified('expires_in');
  const granted = new Set(answer.scopes.map(shortScope));
  if (!expected.scopes.every((scope) => granted.has(shortScope(scope)))) throw new AppError('partly-granted');
}

/** `https://graph.microsoft.com/User.Read` and `user.read` are one scope; Graph's is the unnamed resource. */
function shortScope(scope: string): string {
  return scope.toLowerCase().replace('https://graph.microsoft.com/', '');
}

function unverified(detail: string): AppError {
  return new AppError('unverified', { detail });
}
