import { randomBytes } from 'node:crypto';
import type { ParsedUrlQuery } from 'node:querystring';
import { organisation } from '../people.ts';
import type { CoreRequest, Refusal } from './authorize-request.ts';
import { failures } from './failures.ts';
import { findPageFailure, readerOf } from './request-checks.ts';
import type { EntraSetting } from './setting.ts';
import { wishParameter, writeWish } from './wish.ts';

const segments: readonly string[] = ['organizations', organisation.tid, organisation.domain];

/**
 * A request to the administrator (Microsoft, "Admin consent on the identity platform") in the core's terms: a sign-in
 * with a consent, whose code nobody gets to see. Whatever is wrong with it is explained on a page.
 */
export function prepareAdminConsent(
  query: ParsedUrlQuery,
  segment: string,
  setting: EntraSetting,
  ticket: string,
): Refusal | CoreRequest {
  const param = readerOf(query);
  const failure = findPageFailure(param, ['client_id', 'redirect_uri', 'scope'], segment, setting);
  if (failure) return { failure, isForPage: true };
  if (!segments.includes(segment)) return { failure: failures.noTenantNamed(), isForPage: true };
  return {
    query: {
      client_id: param('client_id'),
      redirect_uri: param('redirect_uri'),
      response_type: 'code',
      response_mode: 'query',
      scope: 'openid',
      prompt: 'consent',
      code_challenge: randomBytes(32).toString('base64url'),
      code_challenge_method: 'S256',
      ...(param('state') ? { state: param('state') } : {}),
      [wishParameter]: writeWish({
        segment,
        prompt: param('prompt'),
        hint: param('login_hint'),
        requestId: param('client-request-id'),
        ticket,
        adminScope: param('scope'),
      }),
    },
  };
}
