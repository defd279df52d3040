import type Provider from 'oidc-provider';
import { EntraError } from './errors.ts';
import { failures } from './failures.ts';
import type { EntraSetting } from './setting.ts';

/**
 * Replaces the core's refresh grant by Entra's: a refresh token serves any consented scope, stays valid after it was
 * used, and its successor ends when the first one does (Microsoft, "Refresh tokens"; the draft on browser-based apps
 * asks the same). What tokens come out is decided in `token.ts`.
 */
export function registerRefreshGrant(provider: Provider, { workings, refreshTokens }: EntraSetting): void {
  provider.registerGrantType<{ refresh_token?: string }>(
    'refresh_token',
    async (ctx) => {
      const { client, params } = ctx.oidc;
      if (!params.refresh_token) throw failures.missingParameter('refresh_token');
      const used = await provider.RefreshToken.find(params.refresh_token, { ignoreExpiration: true });
      if (!used || used.clientId !== client.clientId || !used.grantId || !used.scope) {
        throw new EntraError('invalid_grant', 70000, 'Provided grant is invalid or malformed.');
      }
      const revokedAt = refreshTokens.revokedAt(params.refresh_token);
      if (revokedAt !== undefined) throw failures.grantRevoked(revokedAt);
      if (used.isExpired) {
        throw new EntraError(
          'invalid_grant',
          700084,
          'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
        );
      }
      const next = new provider.RefreshToken({
        client,
        accountId: workings.faults.refreshAs?.oid ?? used.accountId,
        claims: used.claims,
        scope: used.scope,
        sessionUid: used.sessionUid,
        grantId: used.grantId,
        gty: 'refresh_token',
        expiresIn: used.remainingTTL,
      });
      ctx.oidc.entity('RotatedRefreshToken', used);
      ctx.oidc.entity('RefreshToken', next);
      ctx.body = { refresh_token: await next.save() };
    },
    ['refresh_token', 'scope'],
  );
}
