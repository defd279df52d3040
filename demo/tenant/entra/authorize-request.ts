import type { ParsedUrlQuery } from 'node:querystring';
import { findAuthority } from './authorities.ts';
import type { SignInWish } from './choose-account.ts';
import { EntraError } from './errors.ts';
import { failures } from './failures.ts';
import { parseScopes } from './scopes.ts';
import type { EntraSetting } from './setting.ts';

/** The parameter by which the skin tells the core what the core has no words for. Clients cannot send it. */
export const wishParameter = 'entra_wish';

/** Reads the parameter back; anything else than what `prepareAuthorize` wrote is a bug. */
export function readWish(value: string | undefined): SignInWish {
  const [segment = '', prompt = '', hint = '', requestId = ''] = new URLSearchParams(value).getAll('wish');
  return { segment, prompt, hint, requestId };
}

const writeWish = ({ segment, prompt, hint, requestId }: SignInWish) =>
  new URLSearchParams([segment, prompt, hint, requestId].map((value) => ['wish', value])).toString();

/** An authorization request that may not go on: shown on a page, or told to the client by redirect. */
export interface Refusal {
  failure: EntraError;
  isForPage: boolean;
}

const prompts = ['', 'none', 'login', 'consent', 'select_account'];
const passedOn = [
  'client_id',
  'redirect_uri',
  'response_type',
  'response_mode',
  'state',
  'nonce',
  'client_info',
];

const onPage = (failure: EntraError): Refusal => ({ failure, isForPage: true });
const byRedirect = (failure: EntraError): Refusal => ({ failure, isForPage: false });

/** What Entra refuses before anybody signs in; without a client and a redirect URI to trust, it never redirects. */
function findRefusal(
  param: (name: string) => string,
  segment: string,
  setting: EntraSetting,
): Refusal | null {
  if (!findAuthority(segment)) return onPage(failures.unknownTenant(segment));
  for (const name of ['client_id', 'redirect_uri', 'response_type', 'scope']) {
    if (!param(name)) return onPage(failures.missingParameter(name));
  }
  if (param('client_id') !== setting.clientId) return onPage(failures.unknownClient(param('client_id')));
  if (!setting.redirectUris.includes(param('redirect_uri'))) {
    return onPage(failures.unknownRedirect(param('redirect_uri'), setting.clientId));
  }
  const { unknown } = parseScopes(param('scope'));
  if (unknown.length > 0) return onPage(failures.unknownScope(unknown));
  if (!prompts.includes(param('prompt'))) {
    return byRedirect(
      new EntraError('invalid_request', 90023, `Unsupported 'prompt' value '${param('prompt')}'.`),
    );
  }
  if (!param('code_challenge')) return byRedirect(failures.pkceMissing());
  return null;
}

/** `id_token` must be there for the core to accept a `claims` parameter; Entra does not mind. */
function completeClaims(claims: string): string {
  try {
    const parsed: unknown = JSON.parse(claims);
    return typeof parsed === 'object' ? JSON.stringify({ id_token: {}, ...parsed }) : claims;
  } catch (error) {
    if (error instanceof SyntaxError) return claims;
    throw error;
  }
}

/**
 * The request in the core's terms, or why there is none. `login` and `select_account` become "nobody is signed in"
 * there, because Entra then asks on the same pages as at a first sign-in.
 */
export function prepareAuthorize(
  query: ParsedUrlQuery,
  segment: string,
  setting: EntraSetting,
): Refusal | { query: Record<string, string> } {
  const param = (name: string) => {
    const value = query[name];
    return (Array.isArray(value) ? value[0] : value) ?? '';
  };
  const refusal = findRefusal(param, segment, setting);
  if (refusal) return refusal;

  const prompt = param('prompt');
  const optional: Record<string, string> = {
    prompt: prompt === 'none' || prompt === 'consent' ? prompt : '',
    claims: param('claims') && completeClaims(param('claims')),
    code_challenge: param('code_challenge'),
    code_challenge_method: param('code_challenge_method'),
    scope: parseScopes(param('scope'))
      .known.map(({ name }) => name)
      .join(' '),
    ...Object.fromEntries(passedOn.map((name) => [name, param(name)])),
  };
  return {
    query: {
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
      [wishParameter]: writeWish({
        segment,
        prompt,
        hint: param('login_hint') || param('sid'),
        requestId: param('client-request-id'),
      }),
    },
  };
}
