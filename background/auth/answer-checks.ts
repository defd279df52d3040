import * as v from 'valibot';
import { AppError, GUID } from '../../src/errors.ts';
import { SIGN_IN_HOST } from '../../src/settings.ts';

/** How far this computer's clock may be off: two hours of a time zone set by hand, and five minutes. */
const CLOCK_TOLERANCE_S = 125 * 60;
const LEEWAY_S = 5 * 60;

const guid = v.pipe(v.string(), v.regex(GUID));
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

/** What a token answer must fulfil. `account` is MSAL's `homeAccountId`, `subject` its `sub`, where known beforehand. */
export interface Expectation {
  clientId: string;
  nonce?: string;
  account?: string;
  subject?: string;
}

/** The part of MSAL's `AuthenticationResult` that is checked. */
export interface TokenAnswer {
  accessToken: string;
  tokenType: string;
  expiresOn: Date | null;
  idTokenClaims: object;
  account: { homeAccountId: string } | null;
}

/**
 * Refuses a token answer that MSAL has let pass. MSAL checks the nonce and nothing else of the ID token, and
 * calls an answer without access token or for another person a success (OpenID Connect
 * Core §3.1.3.7 and §12.2; RFC 9700). `now` is in epoch milliseconds. Gives the `sub` that it found.
 * Fewer scopes than were asked for are no fault: people may say no to some. What a token carries is in its `scopes`.
 * @throws AppError `unverified`, `clock-wrong` or `microsoft-unavailable` (no token in it)
 */
export function checkAnswer(answer: TokenAnswer, expected: Expectation, now = Date.now()): string {
  if (answer.accessToken === '')
    throw new AppError('microsoft-unavailable', { detail: 'no token in the answer' });
  const claims = v.safeParse(IdTokenClaims, answer.idTokenClaims);
  if (!claims.success) throw unverified(`claim ${v.getDotPath(claims.issues[0]) ?? ''}`);
  checkClaims(claims.output, expected);
  checkTimes(claims.output, now / 1000);
  checkAccount(answer.account, claims.output, expected);
  checkToken(answer, now);
  return claims.output.sub;
}

function checkClaims(claims: IdTokenClaims, expected: Expectation): void {
  if (claims.aud !== expected.clientId) throw unverified('aud');
  if (claims.iss !== `https://${SIGN_IN_HOST}/${claims.tid}/v2.0`) throw unverified('iss');
  if (expected.nonce !== undefined && claims.nonce !== expected.nonce) throw unverified('nonce');
  if (expected.subject !== undefined && claims.sub !== expected.subject) throw unverified('sub');
}

/**
 * The token has just come from the token endpoint, over TLS, so its own time of issue tells Microsoft's time. It
 * must be sound by that; and by this computer's clock it must be recent, as far as the clock can be trusted.
 */
function checkTimes({ exp, iat, nbf = iat }: IdTokenClaims, now: number): void {
  if (exp <= iat || nbf > iat + LEEWAY_S) throw unverified('exp');
  if (Math.abs(iat - now) > CLOCK_TOLERANCE_S) throw new AppError('clock-wrong', { detail: 'iat' });
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

function checkToken({ tokenType, expiresOn }: TokenAnswer, now: number): void {
  if (!/^bearer$/i.test(tokenType)) throw unverified('token_type');
  // Written so that an end that is no date fails too.
  if (!expiresOn || !(expiresOn.getTime() > now)) throw unverified('expires_in');
}

function unverified(detail: string): AppError {
  return new AppError('unverified', { detail });
}
