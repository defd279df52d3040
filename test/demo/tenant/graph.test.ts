import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { graphHost, type Tenant } from '../../../demo/tenant/index.ts';
import { type App, createApp, origin, start } from './app.ts';

let tenant: Tenant;
let app: App;

beforeAll(async () => {
  tenant = await start();
});
afterAll(() => tenant.stop());
beforeEach(() => {
  tenant.control.reset();
  app = createApp(tenant);
});

const accessToken = async (kind: 'member' | 'administrator' | 'personal' = 'member', scope?: string) =>
  (await app.tokens(app.person(kind), scope === undefined ? {} : { scope })).access_token;

describe('Graph', () => {
  it('returns the person with the default properties', async () => {
    const person = app.person('member');
    const answer = await app.graph('/v1.0/me', await accessToken());
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.json()).toEqual({
      '@odata.context': `https://${graphHost}/v1.0/$metadata#users/$entity`,
      id: person.oid,
      displayName: person.displayName,
      givenName: person.givenName,
      surname: person.surname,
      jobTitle: person.jobTitle,
      mail: person.userPrincipalName,
      userPrincipalName: person.userPrincipalName,
      officeLocation: person.officeLocation,
      mobilePhone: null,
      businessPhones: person.businessPhones,
      preferredLanguage: person.preferredLanguage,
    });
  });

  it('cuts the person to $select', async () => {
    const answer = await app.graph(
      '/v1.0/me?$select=displayName,jobTitle',
      await accessToken('administrator'),
    );
    expect(answer.json()).toEqual({
      '@odata.context': `https://${graphHost}/v1.0/$metadata#users(displayName,jobTitle)/$entity`,
      displayName: app.person('administrator').displayName,
      jobTitle: 'IT Administrator',
    });
  });

  it('refuses to select a property that a user does not have', async () => {
    const answer = await app.graph('/v1.0/me?$select=shoeSize', await accessToken());
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ error: { code: 'BadRequest' } });
  });

  it('gives a personal account its short id', async () => {
    const { id, jobTitle } = (await app.graph('/v1.0/me', await accessToken('personal'))).json();
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(jobTitle).toBeNull();
  });

  it('sends the photo, complete or in one of its sizes', async () => {
    const token = await accessToken();
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
    const whole = await app.graph('/v1.0/me/photo/$value', token);
    expect(whole.headers['content-type']).toBe('image/png');
    expect(whole.bytes.subarray(0, 4)).toEqual(png);
    const small = await app.graph('/v1.0/me/photos/48x48/$value', token);
    expect(small.bytes.readUInt32BE(16)).toBe(48);
    expect((await app.graph('/v1.0/me/photos/7x7/$value', token)).status).toBe(400);
  });

  it.each(['administrator', 'personal'] as const)('has no photo of the %s', async (kind) => {
    const token = await accessToken(kind);
    for (const path of ['/v1.0/me/photo/$value', '/v1.0/me/photos/96x96/$value']) {
      const answer = await app.graph(path, token);
      expect(answer.status).toBe(404);
      expect(answer.json()).toMatchObject({ error: { code: 'ImageNotFound' } });
    }
  });

  it('has no other route, and says so', async () => {
    const token = await accessToken();
    expect((await app.graph('/v1.0/me/kettle', token)).status).toBe(404);
    const wrong = await app.graph('/v1.0/me', token, { method: 'POST' });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.allow).toBe('GET');
  });

  it('refuses a good token without the permission', async () => {
    const code = await app.code(app.person('member'));
    tenant.control.faults.withheldScopes = ['User.Read'];
    const { access_token } = (await app.redeem(code)).json();
    const answer = await app.graph('/v1.0/me', access_token);
    expect(answer.status).toBe(403);
    expect(answer.json()).toMatchObject({ error: { code: 'Authorization_RequestDenied' } });
  });
});

describe('Graph’s check of a token', () => {
  async function forge(changes: Record<string, unknown>): Promise<string> {
    const { privateKey } = await generateKeyPair('RS256');
    const claims = { ...decodeJwt(String(await accessToken())), ...changes };
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
  }
  const unsigned = async () => {
    const [, payload] = String(await accessToken()).split('.');
    return `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
  };

  it.each([
    ['no token', async () => undefined],
    ['nonsense', async () => 'nonsense'],
    ['a foreign signature', () => forge({})],
    ['no signature', unsigned],
    ['an ID token', async () => (await app.tokens(app.person('member'))).id_token],
  ])('refuses %s with a challenge', async (_what, makeToken) => {
    const answer = await app.graph('/v1.0/me', await makeToken());
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe(
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
    );
    const { error } = answer.json();
    expect(error).toMatchObject({
      code: 'InvalidAuthenticationToken',
      innerError: {
        date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
        'request-id': answer.headers['request-id'],
        'client-request-id': answer.headers['client-request-id'],
      },
    });
  });

  it('uses the tenant’s clock', async () => {
    tenant.control.faults.accessTokenSeconds = 600;
    const token = await accessToken();
    tenant.control.clock.advance(599_000);
    expect((await app.graph('/v1.0/me', token)).status).toBe(200);
    tenant.control.clock.advance(2_000);
    const late = await app.graph('/v1.0/me', token);
    expect(late.status).toBe(401);
    expect(late.text).toContain('expired');
    tenant.control.clock.advance(-3_600_000);
    expect((await app.graph('/v1.0/me', token)).status).toBe(401);
  });
});

describe('Graph, asked from another origin,', () => {
  it('answers a preflight without a token', async () => {
    const answer = await app.graph('/v1.0/me', undefined, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'authorization,client-request-id',
      },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['access-control-allow-headers']).toBe('authorization,client-request-id');
    expect(tenant.control.counters.graph).toBe(0);
  });

  it('lets scripts read the challenge and the pause, on failures too', async () => {
    const answer = await app.graph('/v1.0/me', undefined, { headers: { Origin: origin } });
    const exposed = answer.headers['access-control-expose-headers']?.split(', ');
    for (const name of [
      'WWW-Authenticate',
      'Retry-After',
      'request-id',
      'client-request-id',
      'ETag',
      'Location',
    ]) {
      expect(exposed).toContain(name);
    }
  });

  it('returns the client’s request id and adds its own', async () => {
    const requestId = '7a0cbd1e-1d9a-4b4e-8f55-0a8df6b43e10';
    const answer = await app.graph('/v1.0/me', undefined, { headers: { 'client-request-id': requestId } });
    expect(answer.headers['client-request-id']).toBe(requestId);
    expect(answer.headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers['request-id']).not.toBe(requestId);
  });
});
