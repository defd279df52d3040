import type { Context } from 'koa';
import { entraHost, graphHost } from '../hosts.ts';
import type { Authority } from './authorities.ts';
import { createTrace, describeTokenError, EntraError } from './errors.ts';
import { issuerOf } from './issuer.ts';
import type { EntraSetting } from './setting.ts';

const origin = `https://${entraHost}`;

function allowEverybody(ctx: Context): void {
  ctx.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': 'GET, OPTIONS',
    'Cache-Control': 'max-age=86400, private',
  });
}

/** `openid-configuration` as recorded from Entra; for `common` and `organizations` the issuer is a template. */
export function serveConfiguration(
  ctx: Context,
  { segment, tid }: Authority,
  { workings }: EntraSetting,
): void {
  const isMismatched = workings.faults.discovery === 'issuer-mismatch';
  const base = `${origin}/${tid ?? segment}`;
  allowEverybody(ctx);
  ctx.body = {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: isMismatched ? 'https://issuer.example/v2.0' : issuerOf(tid ?? '{tenantid}'),
    request_uri_parameter_supported: false,
    userinfo_endpoint: `https://${graphHost}/oidc/userinfo`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported:
      'sub iss cloud_instance_name cloud_instance_host_name cloud_graph_host_name msgraph_host aud exp iat auth_time acr nonce preferred_username name tid ver at_hash c_hash email'.split(
        ' ',
      ),
    kerberos_endpoint: `${base}/kerberos`,
    tenant_region_scope: tid === null ? null : 'EU',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: graphHost,
    rbac_url: 'https://pas.windows.net',
  };
}

/** The public halves of the signing keys, in the shape of Entra's key list. */
export async function serveKeys(
  ctx: Context,
  { tid }: Authority,
  { keys, workings }: EntraSetting,
): Promise<void> {
  const decoys = workings.faults.discovery === 'several-keys' ? [await keys.decoy()] : [];
  const issuer = issuerOf(tid ?? '{tenantid}');
  allowEverybody(ctx);
  ctx.body = {
    keys: [...decoys, ...keys.published()].map(({ publicJwk: { alg: _alg, ...key } }) => ({
      ...key,
      cloud_instance_name: 'microsoftonline.com',
      issuer,
    })),
  };
}

/** Instance discovery: which hosts are one cloud. Only the public cloud is known here. */
export function serveInstanceDiscovery(ctx: Context, now: number): void {
  const aliases = [entraHost, 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'];
  const asked = URL.parse(String(ctx.query.authorization_endpoint));
  allowEverybody(ctx);
  if (!asked || !aliases.includes(asked.host)) {
    const failure = new EntraError('invalid_instance', 50049, 'Unknown or invalid instance.');
    ctx.status = 400;
    ctx.body = describeTokenError(failure, createTrace(now, undefined));
    return;
  }
  const [, segment = 'common'] = asked.pathname.split('/');
  ctx.body = {
    tenant_discovery_endpoint: `${origin}/${segment}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: entraHost, preferred_cache: 'login.windows.net', aliases }],
  };
}
