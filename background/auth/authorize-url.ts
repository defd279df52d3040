import { AppError } from '../../src/errors.ts';
import { SIGN_IN_HOST } from '../../src/settings.ts';

/** What an authorize URL must carry before a window is opened on it. */
export interface ExpectedAuthorizeRequest {
  clientId: string;
  redirectUri: string;
  scopes: readonly string[];
}

/**
 * Refuses an authorize URL that is weaker than RFC 9700 asks (code grant, PKCE with S256, state, nonce), goes
 * elsewhere than to Microsoft, or asks for a scope that no click asked for. MSAL builds it; this makes sure.
 * @throws AppError `unverified`
 */
export function checkAuthorizeUrl(address: string, expected: ExpectedAuthorizeRequest): URL {
  const url = new URL(address);
  const param = (name: string) => url.searchParams.get(name) ?? '';
  const asked = new Set(param('scope').split(' ').filter(Boolean));
  const wrong = [
    [url.origin !== `https://${SIGN_IN_HOST}`, 'host'],
    [!url.pathname.endsWith('/oauth2/v2.0/authorize'), 'path'],
    [param('response_type') !== 'code', 'response_type'],
    [param('response_mode') !== 'fragment', 'response_mode'],
    [param('code_challenge_method') !== 'S256' || param('code_challenge').length < 43, 'code_challenge'],
    [param('state') === '', 'state'],
    [param('nonce') === '', 'nonce'],
    [param('client_id') !== expected.clientId, 'client_id'],
    [param('redirect_uri') !== expected.redirectUri, 'redirect_uri'],
    [asked.size !== expected.scopes.length || expected.scopes.some((scope) => !asked.has(scope)), 'scope'],
  ] as const;
  const fault = wrong.find(([isWrong]) => isWrong);
  if (fault) throw new AppError('unverified', { detail: `authorize request: ${fault[1]}` });
  return url;
}

/** What came back to the redirect URI: RFC 6749 §4.1.2, and Entra's own `error_subcode`. */
export interface AuthorizeAnswer {
  /** The fragment as MSAL wants it, or the query where an error came in it. */
  response: string;
  error: string | null;
  subcode: string | null;
  suberror: string;
  claims: string | undefined;
  /** Written by whoever answered: read for numbers and ids, and never shown. */
  description: string;
  /** The AADSTS number in the description: for better words only. */
  number: string | undefined;
}

/**
 * Reads an answer out of the redirect URL, if it is the answer to what was `asked`. A page shown in the window, whose
 * ever it is, could send the person to our redirect URI, so nothing is read from one that does not know the `state` (RFC 9700
 * §4.7). One that names another sign-in host is refused too: MSAL would send the code there (the mix-up attack of
 * RFC 9700 §4.4), and Lanyard never asks for an instance-aware answer.
 * @throws AppError `unverified`
 */
export function readAuthorizeAnswer(redirected: URL, asked: URL): AuthorizeAnswer {
  const response = redirected.hash.slice(1) || redirected.search.slice(1);
  const params = new URLSearchParams(response);
  if (params.get('state') !== asked.searchParams.get('state')) {
    throw new AppError('unverified', { detail: 'authorize answer: state' });
  }
  if ([...params.keys()].some((name) => name.startsWith('cloud_instance_'))) {
    throw new AppError('unverified', { detail: 'authorize answer: cloud_instance' });
  }
  const description = params.get('error_description') ?? '';
  return {
    response,
    error: params.get('error'),
    subcode: params.get('error_subcode'),
    suberror: params.get('suberror') ?? '',
    claims: params.get('claims') ?? undefined,
    description,
    number: aadstsNumber(description),
  };
}

/** `AADSTS65004` out of a server's text: the only part of it that is safe and useful to show. */
export function aadstsNumber(text: string): string | undefined {
  return /\bAADSTS\d{2,9}\b/.exec(text)?.[0];
}
