import type { KoaContextWithOIDC } from 'oidc-provider';
import { findAccountObstacle } from './account-obstacles.ts';
import type { Authority } from './authorities.ts';
import { createFailure } from './create-failure.ts';
import { failures } from './failures.ts';
import { clientInfoOf, type Grantee, mintAccessToken, mintIdToken } from './mint.ts';
import { readRequestClaims } from './request-claims.ts';
import { describeGranted, isOidcScope, parseScopes } from './scopes.ts';
import { type EntraSetting, personOf } from './setting.ts';

type Oidc = KoaContextWithOIDC['oidc'];

/**
 * Entra's answer to a redemption that the core has allowed. The tokens are made here and not by the core, because
 * Entra's scopes do not come from the code or refresh token but from what is asked now and consented so far.
 */
export async function composeTokenAnswer(
  setting: EntraSetting,
  authority: Authority,
  oidc: Oidc,
  coreAnswer: unknown,
): Promise<Record<string, unknown>> {
  const { workings, consents, accounts, refreshTokens, clientId } = setting;
  const { AuthorizationCode: code, RefreshToken: refreshToken, RotatedRefreshToken: used } = oidc.entities;
  if (!refreshToken) throw new Error('the core redeemed without a refresh token');
  // The two differ only while a fault gives refreshes to somebody else.
  const recipient = personOf(setting, refreshToken.accountId);
  const person = used ? personOf(setting, used.accountId) : recipient;
  if (!authority.accepts(person)) throw failures.wrongTenant(person.userPrincipalName, authority.segment);

  const obstacle = findAccountObstacle(accounts.of(person), refreshTokens.hasMfa(refreshToken.grantId));
  if (obstacle !== null) throw createFailure({ aadsts: obstacle }, 'token');

  const form = oidc.body ?? {};
  const asked = parseScopes(typeof form.scope === 'string' ? form.scope : (refreshToken.scope ?? ''));
  if (asked.unknown.length > 0) throw failures.unknownScope(asked.unknown);
  const consented = consents.of(person);
  const isMissing = asked.known.some(({ name }) => !consented.has(name) && !isOidcScope(name));
  if (isMissing || consented.size === 0) throw failures.consentMissing('invalid_grant', clientId);

  const granted = new Set([...consented].filter((scope) => !workings.faults.withheldScopes.includes(scope)));
  const grant = used ? 'refresh' : 'code';
  const grantee: Grantee = {
    person: recipient,
    grant,
    granted,
    sessionUid: refreshToken.sessionUid,
    nonce: code?.nonce,
    claims: readRequestClaims(refreshToken.claims, form.claims, grant),
  };
  const access = await mintAccessToken(setting, grantee);
  const idToken = await mintIdToken(setting, grantee);
  const issued = {
    access_token: access.token,
    refresh_token: readRefreshToken(coreAnswer),
    ...(idToken === null ? {} : { id_token: idToken }),
  };
  for (const secret of Object.values(issued)) workings.secrets.add(secret);
  return {
    token_type: 'Bearer',
    scope: describeGranted(asked.known, granted),
    expires_in: access.expiresIn,
    ext_expires_in: access.expiresIn,
    ...issued,
    refresh_token_expires_in: refreshToken.remainingTTL,
    client_info: clientInfoOf(recipient),
  };
}

function readRefreshToken(coreAnswer: unknown): string {
  if (typeof coreAnswer === 'object' && coreAnswer !== null && 'refresh_token' in coreAnswer) {
    if (typeof coreAnswer.refresh_token === 'string') return coreAnswer.refresh_token;
  }
  throw new Error('the core answered without a refresh token');
}
