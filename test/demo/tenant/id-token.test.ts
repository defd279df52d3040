import { compactVerify, createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entraHost, type IdTokenFault, type Tenant } from '../../../demo/tenant/index.ts';
import { type App, clientId, createApp, start } from './app.ts';
import { send } from './https-client.ts';

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

async function publishedKeys() {
  const { keys } = (await send(tenant.port, `https://${entraHost}/common/discovery/v2.0/keys`)).json();
  return createLocalJWKSet({ keys: Array.isArray(keys) ? keys : [] });
}

describe('An ID token', () => {
  it('is signed with the published key and names the person’s own tenant', async () => {
    for (const kind of ['member', 'personal'] as const) {
      const person = app.person(kind);
      app.browser.forgetCookies();
      const { id_token } = await app.tokens(person);
      const { payload, protectedHeader } = await jwtVerify(String(id_token), await publishedKeys(), {
        audience: clientId,
        issuer: `https://login.microsoftonline.com/${person.tid}/v2.0`,
      });
      expect(protectedHeader).toMatchObject({ typ: 'JWT', alg: 'RS256', kid: expect.any(String) });
      expect(payload).toMatchObject({
        name: person.displayName,
        nonce: 'a-nonce',
        oid: person.oid,
        preferred_username: person.userPrincipalName,
        tid: person.tid,
        ver: '2.0',
      });
      expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3900);
    }
  });

  it('holds the claims of Entra', async () => {
    const { id_token } = await app.tokens(app.person('member'));
    expect(Object.keys(decodeJwt(String(id_token))).sort()).toEqual(
      'aud exp iat iss login_hint name nbf nonce oid preferred_username rh sid sub tid uti ver'.split(' '),
    );
  });

  it('has a login_hint only if the app asked for it', async () => {
    const code = await app.code(app.person('member'), { claims: undefined });
    const { id_token } = (await app.redeem(code, { claims: undefined })).json();
    expect(decodeJwt(String(id_token)).login_hint).toBeUndefined();
  });

  it('keeps its subject over sign-ins, without revealing the object id', async () => {
    const person = app.person('member');
    const subjects = [];
    for (let round = 0; round < 2; round++) {
      subjects.push(decodeJwt(String((await app.tokens(person)).id_token)).sub);
      app.browser.forgetCookies();
    }
    expect(subjects[0]).toBe(subjects[1]);
    expect(subjects[0]).not.toBe(person.oid);
  });

  it('has no nonce and the same subject after a refresh', async () => {
    const first = await app.tokens(app.person('member'));
    const second = (await app.refresh(first.refresh_token)).json();
    const claims = decodeJwt(String(second.id_token));
    expect(claims.nonce).toBeUndefined();
    expect(claims.sub).toBe(decodeJwt(String(first.id_token)).sub);
  });

  const proofs: [IdTokenFault, (claims: Record<string, unknown>) => unknown][] = [
    ['wrong-aud', ({ aud }) => aud !== clientId],
    ['wrong-iss', ({ iss, tid }) => iss !== `https://login.microsoftonline.com/${tid}/v2.0`],
    ['wrong-nonce', ({ nonce }) => nonce !== 'a-nonce'],
    ['expired', ({ exp }) => Number(exp) < Date.now() / 1000],
    ['missing-sub', (claims) => !('sub' in claims)],
    ['wrong-sub', ({ sub }) => sub !== undefined && !/^[\w-]{43}$/.test(String(sub))],
    ['missing-aud', (claims) => !('aud' in claims)],
    ['wrong-tid', ({ tid }) => tid !== app.person('member').tid],
    ['missing-iat', (claims) => !('iat' in claims)],
    ['missing-oid', (claims) => !('oid' in claims)],
  ];
  it.each(proofs)('has the fault %s, and no other', async (fault, isSpoilt) => {
    tenant.control.faults.idToken = fault;
    const tokens = await app.tokens(app.person('member'));
    const idToken = String(tokens.id_token);
    await compactVerify(idToken, await publishedKeys());
    expect(isSpoilt({ ...decodeJwt(idToken) })).toBe(true);
    for (const [other, isSpoiltToo] of proofs) {
      const isImplied = `${fault} ${other}`;
      if (other !== fault && !['wrong-tid wrong-iss', 'missing-aud wrong-aud'].includes(isImplied)) {
        expect(isSpoiltToo({ ...decodeJwt(idToken) }), other).toBe(false);
      }
    }
    expect((await app.graph('/v1.0/me', tokens.access_token)).status).toBe(200);
  });

  it('is left out by a fault', async () => {
    tenant.control.faults.idToken = 'no-id-token';
    expect(await app.tokens(app.person('member'))).not.toHaveProperty('id_token');
  });
});
