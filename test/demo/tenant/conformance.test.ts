import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type ConformanceTest,
  conformanceFaults,
  entraHost,
  organisation,
  type Person,
  type Tenant,
} from '../../../demo/tenant/index.ts';
import { type App, clientId, createApp, redirectUri, start } from './app.ts';
import { redirectParams } from './form-browser.ts';
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

async function publishedKeys(): Promise<{ kid?: string; kty?: string }[]> {
  const { keys } = (await send(tenant.port, `https://${entraHost}/common/discovery/v2.0/keys`)).json();
  return Array.isArray(keys) ? keys : [];
}

/** A relying party that checks everything: resolves with the claims, rejects with jose's reason. */
async function verify(idToken: unknown) {
  const keys = createLocalJWKSet({ keys: (await publishedKeys()).map((key) => ({ kty: 'RSA', ...key })) });
  const { payload } = await jwtVerify(String(idToken), keys, {
    algorithms: ['RS256'],
    audience: clientId,
    issuer: `https://${entraHost}/${person.tid}/v2.0`,
    requiredClaims: ['sub', 'iat'],
  });
  return payload;
}

const misbehaveAs = (test: ConformanceTest) => Object.assign(tenant.control.faults, conformanceFaults[test]);

describe('The identity provider of the tests', () => {
  it.each([
    'oidcc-client-test',
    'oidcc-client-test-idtoken-sig-rs256',
    'oidcc-client-test-kid-absent-single-jwks',
    'oidcc-client-test-refresh-token',
  ] as const)('passes the conformance test %s', async (test) => {
    misbehaveAs(test);
    const first = await app.tokens(person);
    expect((await verify(first.id_token)).nonce).toBe('a-nonce');
    const second = (await app.refresh(first.refresh_token)).json();
    expect((await verify(second.id_token)).sub).toBe(decodeJwt(String(first.id_token)).sub);
  });

  it.each([
    ['oidcc-client-test-invalid-iss', errors.JWTClaimValidationFailed, 'iss'],
    ['oidcc-client-test-missing-sub', errors.JWTClaimValidationFailed, 'sub'],
    ['oidcc-client-test-invalid-aud', errors.JWTClaimValidationFailed, 'aud'],
    ['oidcc-client-test-missing-aud', errors.JWTClaimValidationFailed, 'aud'],
    ['oidcc-client-test-missing-iat', errors.JWTClaimValidationFailed, 'iat'],
    ['oidcc-client-test-kid-absent-multiple-jwks', errors.JWKSMultipleMatchingKeys, 'multiple matching keys'],
    ['oidcc-client-test-idtoken-sig-none', errors.JOSEAlgNotAllowed, 'alg'],
    ['oidcc-client-test-invalid-sig-rs256', errors.JWSSignatureVerificationFailed, 'signature'],
    ['oidcc-client-test-invalid-sig-hs256', errors.JOSEAlgNotAllowed, 'alg'],
    ['oidcc-client-test-invalid-sig-es256', errors.JOSEAlgNotAllowed, 'alg'],
  ] as const)(
    'sends an ID token that is refused, as in the conformance test %s',
    async (test, kind, word) => {
      misbehaveAs(test);
      const tokens = await app.tokens(person);
      const refusal = verify(tokens.id_token);
      await expect(refusal).rejects.toBeInstanceOf(kind);
      await expect(refusal).rejects.toThrow(word);
      // Only the ID token lies.
      expect((await app.graph('/v1.0/me', tokens.access_token)).status).toBe(200);
    },
  );

  it('sends another nonce, as in oidcc-client-test-nonce-invalid', async () => {
    misbehaveAs('oidcc-client-test-nonce-invalid');
    expect((await verify((await app.tokens(person)).id_token)).nonce).not.toBe('a-nonce');
  });

  it.each([
    ['oidcc-client-test-refresh-token-invalid-issuer', 'iss'],
    ['oidcc-client-test-refresh-token-invalid-sub', 'sub'],
  ] as const)('changes the refresh alone, as in the conformance test %s', async (test, claim) => {
    misbehaveAs(test);
    const first = await app.tokens(person);
    await verify(first.id_token);
    const second = (await app.refresh(first.refresh_token)).json();
    const { [claim]: before, ...others } = decodeJwt(String(first.id_token));
    const after = decodeJwt(String(second.id_token));
    expect(after[claim]).not.toBe(before);
    expect(after).toMatchObject({ aud: others.aud, tid: others.tid, oid: others.oid });
  });

  it('leaves the refresh alone if its fault is limited to the code', async () => {
    Object.assign(tenant.control.faults, { idToken: 'wrong-iss', idTokenOn: 'code' });
    const first = await app.tokens(person);
    await expect(verify(first.id_token)).rejects.toThrow('iss');
    await verify((await app.refresh(first.refresh_token)).json().id_token);
  });

  it('names another issuer, as in oidcc-client-test-discovery-issuer-mismatch', async () => {
    misbehaveAs('oidcc-client-test-discovery-issuer-mismatch');
    const url = `https://${entraHost}/${organisation.tid}/v2.0/.well-known/openid-configuration`;
    expect((await send(tenant.port, url)).json().issuer).toBe('https://issuer.example/v2.0');
  });

  it.each([
    ['oidcc-client-test-rp-init-logout', 'asked'],
    ['oidcc-client-test-rp-init-logout-no-state', null],
    ['oidcc-client-test-rp-init-logout-other-state', 'another-state'],
  ] as const)('answers a sign-out as in the conformance test %s', async (test, state) => {
    misbehaveAs(test);
    const params = new URLSearchParams({ post_logout_redirect_uri: redirectUri, state: 'asked' });
    const answer = await app.browser.open(`https://${entraHost}/common/oauth2/v2.0/logout?${params}`);
    expect(redirectParams(answer).get('state')).toBe(state);
  });
});

describe('A rotation of keys', () => {
  it('signs with a new key at once, and old tokens stay valid', async () => {
    const before = await app.tokens(person);
    const [first] = await publishedKeys();
    const code = await app.code(person);
    await tenant.control.rotateKeys();
    const after = (await app.redeem(code)).json();
    const kids = (await publishedKeys()).map(({ kid }) => kid);
    expect(kids).toEqual([first?.kid, decodeProtectedHeader(String(after.id_token)).kid]);
    for (const tokens of [before, after]) {
      await verify(tokens.id_token);
      expect((await app.graph('/v1.0/me', tokens.access_token)).status).toBe(200);
    }
  });

  it('ends with a reset, which publishes the newest key alone', async () => {
    await tenant.control.rotateKeys();
    tenant.control.reset();
    expect(await publishedKeys()).toHaveLength(1);
    await verify((await app.tokens(person)).id_token);
  });
});
