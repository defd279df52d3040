import type { ParsedUrlQuery } from 'node:querystring';
import { EntraError } from './errors.ts';
import { failures } from './failures.ts';
import { findPageFailure, type ReadParam, readerOf } from './request-checks.ts';
import { parseScopes } from './scopes.ts';
import type { EntraSetting } from './setting.ts';
import { wishParameter, writeWish } from './wish.ts';

/** An authorization request that may not go on: shown on a page, or told to the client by redirect. */
export interface Refusal {
  failure: EntraError;
  isForPage: boolean;
}

/** A request that may go on, in the core's terms. */
export interface CoreRequest {
  query: Record<string, string>;
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

const byRedirect = (failure: EntraError): Refusal => ({ failure, isForPage: false });

/** What Entra refuses before anybody signs in. */
function findRefusal(param: ReadParam, segment: string, setting: EntraSetting): Refusal | null {
  const required = ['client_id', 'redirect_uri', 'response_type', 'scope'];
  const failure = findPageFailure(param, required, segment, setting);
  if (failure) return { failure, isForPage: true };
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
  ticket: string,
): Refusal | CoreRequest {
  const param = readerOf(query);
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
        ticket,
        adminScope: '',
      }),
    },
  };
}
