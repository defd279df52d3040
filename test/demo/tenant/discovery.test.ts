import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entraHost, organisation, type Tenant } from '../../../demo/tenant/index.ts';
import { start } from './app.ts';
import { send } from './https-client.ts';

let tenant: Tenant;

beforeAll(async () => {
  tenant = await start();
});
afterAll(() => tenant.stop());

const get = (path: string) => send(tenant.port, `https://${entraHost}${path}`);

/** Field names of `openid-configuration` as recorded from Entra by an Azure SDK test. */
const recorded =
  'token_endpoint token_endpoint_auth_methods_supported jwks_uri response_modes_supported subject_types_supported id_token_signing_alg_values_supported response_types_supported scopes_supported issuer request_uri_parameter_supported userinfo_endpoint authorization_endpoint device_authorization_endpoint http_logout_supported frontchannel_logout_supported end_session_endpoint claims_supported kerberos_endpoint tenant_region_scope cloud_instance_name cloud_graph_host_name msgraph_host rbac_url';

describe('Discovery', () => {
  it('returns the fields of Entra’s recorded document, in their order', async () => {
    const answer = await get(`/${organisation.tid}/v2.0/.well-known/openid-configuration`);
    expect(Object.keys(answer.json()).join(' ')).toBe(recorded);
    expect(answer.headers).toMatchObject({
      'cache-control': 'max-age=86400, private',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, OPTIONS',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['strict-transport-security']).toBeDefined();
    expect(answer.headers['x-ms-request-id']).toBeDefined();
  });

  it.each([
    ['common', 'common', 'https://login.microsoftonline.com/{tenantid}/v2.0'],
    ['organizations', 'organizations', 'https://login.microsoftonline.com/{tenantid}/v2.0'],
    [organisation.domain, organisation.tid, `https://login.microsoftonline.com/${organisation.tid}/v2.0`],
    [
      'consumers',
      '9188040d-6c67-4c5b-b112-36a304b66dad',
      'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
    ],
  ])('describes %s', async (segment, tenantName, issuer) => {
    const document = (await get(`/${segment}/v2.0/.well-known/openid-configuration`)).json();
    expect(document.issuer).toBe(issuer);
    expect(document.token_endpoint).toBe(`https://${entraHost}/${tenantName}/oauth2/v2.0/token`);
    expect(document.authorization_endpoint).toBe(`https://${entraHost}/${tenantName}/oauth2/v2.0/authorize`);
    expect(document.end_session_endpoint).toBe(`https://${entraHost}/${tenantName}/oauth2/v2.0/logout`);
    expect(document.jwks_uri).toBe(`https://${entraHost}/${tenantName}/discovery/v2.0/keys`);
  });

  it('refuses a tenant that does not exist', async () => {
    const answer = await get('/nowhere.example/v2.0/.well-known/openid-configuration');
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ error_codes: [90002] });
  });

  it('publishes public keys only', async () => {
    const { keys } = (await get('/common/discovery/v2.0/keys')).json();
    expect(keys).toMatchObject([{ kty: 'RSA', use: 'sig', kid: expect.any(String), e: 'AQAB' }]);
    expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
  });

  it('lists the public cloud’s hosts as one instance', async () => {
    const authorize = encodeURIComponent(`https://${entraHost}/common/oauth2/v2.0/authorize`);
    const found = await get(`/common/discovery/instance?api-version=1.1&authorization_endpoint=${authorize}`);
    expect(found.json()).toEqual({
      tenant_discovery_endpoint: `https://${entraHost}/common/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [
        {
          preferred_network: 'login.microsoftonline.com',
          preferred_cache: 'login.windows.net',
          aliases: [
            'login.microsoftonline.com',
            'login.windows.net',
            'login.microsoft.com',
            'sts.windows.net',
          ],
        },
      ],
    });
    const foreign = await get('/common/discovery/instance?authorization_endpoint=https://evil.example/x');
    expect(foreign.status).toBe(400);
    expect(foreign.json()).toMatchObject({ error: 'invalid_instance', error_codes: [50049] });
  });

  it('returns 404 at other paths', async () => {
    for (const path of [
      '/',
      '/common',
      '/me',
      '/token',
      '/jwks',
      '/.well-known/openid-configuration',
      '/reg',
    ]) {
      expect((await get(path)).status, path).toBe(404);
    }
  });
});
