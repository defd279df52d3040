import { randomBytes } from 'node:crypto';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';
import { entraHost } from '../hosts.ts';
import { createPolicy } from './account-prompt.ts';
import { findAuthority } from './authorities.ts';
import { chooseAccount } from './choose-account.ts';
import { loginPath } from './paths.ts';
import { knownScopes } from './scopes.ts';
import { type EntraSetting, personOf } from './setting.ts';
import { readWish, wishParameter } from './wish.ts';

const hour = 3600;
const day = 24 * hour;

/** Signs the request in as the account that needs no question, or as nobody, so that the pages ask. */
function settleAccount(ctx: KoaContextWithOIDC, value: string | undefined, { sessions }: EntraSetting) {
  const { session } = ctx.oidc;
  const wish = readWish(value);
  const authority = findAuthority(wish.segment);
  if (!session || !authority) throw new Error('an authorization request reached the core unprepared');
  const person = chooseAccount(wish, authority, sessions.signedIn(session.uid), session.uid);
  if (!person) delete session.accountId;
  else if (session.accountId !== person.oid) session.loginAccount({ accountId: person.oid });
}

/**
 * The certified core: it checks authorization requests, keeps sessions, codes and refresh tokens, and proves PKCE.
 * Its paths are those of `common`; what differs in Entra is laid around it (see `app.ts`). It must not see several
 * redirect hosts as a reason for a sector identifier, so its subjects are public; the tokens' own are pairwise.
 */
export function createProvider(setting: EntraSetting): Provider {
  const { clientId, redirectUris, people, consents, storage, keys } = setting;
  return new Provider(`https://${entraHost}/common/v2.0`, {
    adapter: storage.createAdapter,
    jwks: { keys: [{ ...keys.current().privateJwk }] },
    clients: [
      {
        client_id: clientId,
        application_type: 'web',
        token_endpoint_auth_method: 'none',
        redirect_uris: [...redirectUris],
        response_types: ['code'],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    routes: { authorization: '/common/oauth2/v2.0/authorize', token: '/common/oauth2/v2.0/token' },
    scopes: [...knownScopes],
    responseTypes: ['code'],
    allowOmittingSingleRegisteredRedirectUri: false,
    extraParams: { [wishParameter]: (ctx, value) => settleAccount(ctx, value, setting), client_info: null },
    features: {
      claimsParameter: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    // The address of whoever posts need not be that of a redirect URI: an extension posts from its own origin.
    clientBasedCORS: () => true,
    expiresWithSession: () => false,
    issueRefreshToken: () => true,
    revokeGrantPolicy: () => false,
    // Failures are worded outside, on the tenant's own pages (see `authorize.ts`).
    renderError: () => {},
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 600,
      Grant: 90 * day,
      IdToken: hour,
      Interaction: hour,
      // A single-page app's refresh tokens live a day, however often they are used (Microsoft, "Refresh tokens").
      RefreshToken: day,
      Session: 90 * day,
    },
    interactions: {
      policy: createPolicy(setting),
      url: (_ctx, interaction) => loginPath + interaction.uid,
    },
    findAccount: (_ctx, oid) => ({ accountId: oid, claims: () => ({ sub: oid }) }),
    async loadExistingGrant(ctx) {
      const person = personOf({ people }, ctx.oidc.account?.accountId);
      const grant = new ctx.oidc.provider.Grant({ accountId: person.oid, clientId });
      const scopes = [...consents.of(person)];
      if (scopes.length > 0) grant.addOIDCScope(scopes.join(' '));
      await grant.save();
      return grant;
    },
  });
}
