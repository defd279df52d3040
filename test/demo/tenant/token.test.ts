import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entraHost, type Person, type Tenant } from '../../../demo/tenant/index.ts';
import { type App, clientId, createApp, origin, otherRedirectUri, start } from './app.ts';
import { send } from './https-client.ts';

let tenant: Tenant;
let app: App;
let person: Person;

beforeAll(async () => {
  tenant = await start();
});
afterAll(() => tenant.stop());
beforeEach(() => {
  tenant.control.reset();
  app = createApp(tenant);
  person = app.person('member');
});

const tokenUrl = `https://${entraHost}/common/oauth2/v2.0/token`;
const codes = (answer: { json(): Record<string, unknown> }) => answer.json().error_codes;

describe('The token endpoint', () => {
  it('answers with the fields and headers recorded from Entra', async () => {
    const answer = await app.redeem(await app.code(person));
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.json()).sort()).toEqual(
      [
        'token_type',
        'scope',
        'expires_in',
        'ext_expires_in',
        'access_token',
        'refresh_token',
        'refresh_token_expires_in',
        'id_token',
        'client_info',
      ].sort(),
    );
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store, no-cache',
      pragma: 'no-cache',
      expires: '-1',
      'x-ms-clitelem': '1,0,0,,',
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': origin,
    });
    expect(answer.headers['x-ms-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers['x-ms-ests-server']).toBeDefined();
  });

  it('issues access tokens for 60 to 90 minutes and refresh tokens for a day', async () => {
    const { token_type, expires_in, refresh_token_expires_in } = await app.tokens(person);
    expect(token_type).toBe('Bearer');
    expect(expires_in).toBeGreaterThanOrEqual(3600);
    expect(expires_in).toBeLessThan(5400);
    expect(refresh_token_expires_in).toBe(86_400);
  });

  it('fails in the shape recorded from Entra, with the client’s own correlation id', async () => {
    const requestId = '0f5d2b52-7b5c-4f0e-8a4e-6a7a90b1f0aa';
    const answer = await send(tenant.port, `${tokenUrl}?client-request-id=${requestId}`, {
      method: 'POST',
      headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: `client_id=${clientId}&grant_type=refresh_token&refresh_token=nonsense`,
    });
    const body = answer.json();
    expect(answer.status).toBe(400);
    expect(body).toMatchObject({ error: 'invalid_grant', error_codes: [70000], correlation_id: requestId });
    expect(Object.keys(body)).toEqual([
      'error',
      'error_description',
      'error_codes',
      'timestamp',
      'trace_id',
      'correlation_id',
      'error_uri',
    ]);
    expect(String(body.error_description).split('\r\n')).toEqual([
      'AADSTS70000: Provided grant is invalid or malformed.',
      `Trace ID: ${body.trace_id}`,
      `Correlation ID: ${requestId}`,
      `Timestamp: ${body.timestamp}`,
    ]);
    expect(answer.headers['x-ms-clitelem']).toBe('1,70000,0,,');
    expect(answer.headers['access-control-allow-origin']).toBe(origin);
  });

  it('takes part in CORS, as the authorization endpoint does not', async () => {
    const preflight = await send(tenant.port, tokenUrl, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'x-a',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers['access-control-allow-origin']).toBe(origin);
    expect(preflight.headers['access-control-allow-headers']).toBe('x-a');
    const authorize = await send(tenant.port, app.authorizeUrl(), { headers: { Origin: origin } });
    expect(authorize.headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([
    ['an unknown client', { client_id: 'nobody' }, 'unauthorized_client', 700016],
    ['an unknown grant type', { grant_type: 'password' }, 'unsupported_grant_type', 70003],
    ['another redirect URI', { redirect_uri: otherRedirectUri }, 'invalid_grant', 500112],
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 'invalid_grant', 501481],
    ['no verifier', { code_verifier: undefined }, 'invalid_request', 9002325],
    ['an unknown code', { code: 'nonsense' }, 'invalid_grant', 70000],
    ['no code', { code: undefined }, 'invalid_request', 900144],
    ['no client', { client_id: undefined }, 'invalid_request', 900144],
    ['an unknown scope', { scope: 'Kettle.Boil' }, 'invalid_scope', 70011],
    ['malformed claims', { claims: '{' }, 'invalid_request', 50027],
  ])('refuses a redemption with %s', async (_what, params, error, number) => {
    const answer = await app.redeem(await app.code(person), params);
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ error, error_codes: [number] });
  });

  it('refuses a redemption without an origin (9002327)', async () => {
    const answer = await app.redeem(await app.code(person), {}, {});
    expect(answer.json()).toMatchObject({ error: 'invalid_request', error_codes: [9002327] });
  });

  it('refuses a redemption with an origin if the app is registered as a native one (9002326)', async () => {
    const code = await app.code(person);
    tenant.control.faults.platform = 'native';
    const answer = await app.redeem(code);
    expect(answer.json()).toMatchObject({ error: 'invalid_request', error_codes: [9002326] });
    expect(answer.json().error_description).toContain(`'${origin}'`);
    expect((await app.redeem(code, {}, {})).status).toBe(200);
  });

  it('refuses a tenant that does not exist', async () => {
    const answer = await app.refresh('any', {}, 'nowhere.example');
    expect(answer.json()).toMatchObject({ error: 'invalid_request', error_codes: [90002] });
  });

  it('refuses a person in a tenant that is not theirs', async () => {
    const { refresh_token } = await app.tokens(app.person('personal'));
    const answer = await app.refresh(refresh_token, {}, 'organizations');
    expect(answer.json()).toMatchObject({ error: 'invalid_grant', error_codes: [50020] });
  });
});

describe('An authorization code', () => {
  it('works once, and its second use harms no other token', async () => {
    const code = await app.code(person);
    const { refresh_token } = (await app.redeem(code)).json();
    expect(codes(await app.redeem(code))).toEqual([54005]);
    expect((await app.refresh(refresh_token)).status).toBe(200);
  });

  it('expires after ten minutes', async () => {
    const code = await app.code(person);
    tenant.control.clock.advance(601_000);
    expect((await app.redeem(code)).json()).toMatchObject({ error: 'invalid_grant', error_codes: [70008] });
  });
});

describe('The granted scope', () => {
  it.each([
    ['user.read openid profile', 'user.read openid profile'],
    ['https://graph.microsoft.com/User.Read openid', 'https://graph.microsoft.com/User.Read openid profile'],
  ])('repeats %s in the requested form', async (scope, answered) => {
    const answer = await app.redeem(await app.code(person, { scope }), { scope });
    expect(answer.json().scope).toBe(answered);
  });

  it('holds every Graph permission consented to so far', async () => {
    await app.signIn(person, { scope: 'openid Mail.ReadBasic' });
    const { scope, access_token } = await app.tokens(person, { scope: 'openid profile User.Read' });
    expect(scope).toBe('User.Read Mail.ReadBasic openid profile');
    const claims = JSON.parse(Buffer.from(String(access_token).split('.')[1] ?? '', 'base64url').toString());
    expect(claims.scp.split(' ')).toContain('Mail.ReadBasic');
  });

  it('lacks the scopes that a fault withholds', async () => {
    const code = await app.code(person);
    tenant.control.faults.withheldScopes = ['User.Read'];
    const { scope, access_token } = (await app.redeem(code)).json();
    expect(scope).toBe('openid profile');
    expect((await app.graph('/v1.0/me', access_token)).status).toBe(403);
  });
});
