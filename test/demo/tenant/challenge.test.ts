import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChallengeOptions, Person, Tenant } from '../../../demo/tenant/index.ts';
import { type App, createApp, start } from './app.ts';
import { redirectParams } from './form-browser.ts';
import type { Answer } from './https-client.ts';

let tenant: Tenant;
let app: App;
let person: Person;

beforeAll(async () => {
  tenant = await start();
});
afterAll(() => tenant.stop());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  tenant.control.reset();
  app = createApp(tenant);
  person = app.person('member');
});
afterEach(() => vi.useRealTimers());

const capability = { access_token: { xms_cc: { values: ['cp1'] } } };
const withCp1 = { claims: JSON.stringify(capability) };
const me = (token: unknown) => app.graph('/v1.0/me', token);
const headerOf = (answer: Answer) => answer.headers['www-authenticate'] ?? '';
const encodedIn = (answer: Answer) => /[ ,]claims="([^"]*)"/.exec(headerOf(answer))?.[1];
const claimsIn = (answer: Answer) => Buffer.from(encodedIn(answer) ?? '', 'base64').toString();
const prefix =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

describe('An access token', () => {
  it('says that its client can handle challenges if the client said so', async () => {
    const tokens = await app.tokens(person);
    expect(decodeJwt(String(tokens.access_token))).not.toHaveProperty('xms_cc');
    const refreshed = (await app.refresh(tokens.refresh_token, withCp1)).json();
    expect(decodeJwt(String(refreshed.access_token)).xms_cc).toEqual(['CP1']);
    const signedIn = await app.tokens(person, withCp1);
    expect(decodeJwt(String(signedIn.access_token)).xms_cc).toEqual(['CP1']);
  });
});

describe('A claims challenge', () => {
  async function challenged(options?: ChallengeOptions) {
    const { access_token, refresh_token } = await app.tokens(person, withCp1);
    tenant.control.challenge(person, options);
    return { access_token, refresh_token, answer: await me(access_token) };
  }

  it('has the words that were recorded from Graph', async () => {
    const { answer } = await challenged();
    expect(answer.status).toBe(401);
    expect(headerOf(answer)).toBe(`${prefix}, error="insufficient_claims", claims="${encodedIn(answer)}"`);
    expect(claimsIn(answer)).toBe(
      `{"access_token":{"nbf":{"essential":true, "value":"${tenant.control.clock.seconds()}"}}}`,
    );
    expect(answer.json()).toMatchObject({
      error: {
        code: 'InvalidAuthenticationToken',
        message:
          'Continuous access evaluation resulted in claims challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
      },
    });
    expect(answer.headers['access-control-expose-headers']).toContain('WWW-Authenticate');
  });

  it('is satisfied by a token that was requested with its claims, within the same second', async () => {
    const { answer, refresh_token, access_token } = await challenged();
    const again = (await app.refresh(refresh_token, withCp1)).json();
    expect((await me(again.access_token)).status).toBe(401);
    const claims = JSON.stringify({
      id_token: {},
      access_token: { ...capability.access_token, ...JSON.parse(claimsIn(answer)).access_token },
    });
    const fresh = (await app.refresh(refresh_token, { claims })).json();
    expect((await me(fresh.access_token)).status).toBe(200);
    expect((await me(access_token)).status).toBe(401);
  });

  it('is satisfied by a sign-in with its claims', async () => {
    const { answer } = await challenged();
    const back = await app.browser.open(app.authorizeUrl({ claims: claimsIn(answer) }));
    const tokens = (await app.redeem(redirectParams(back).get('code') ?? '', withCp1)).json();
    expect((await me(tokens.access_token)).status).toBe(200);
  });

  it('is satisfied by any token of a later second', async () => {
    const { refresh_token, access_token } = await challenged();
    vi.setSystemTime(Date.now() + 1000);
    const later = (await app.refresh(refresh_token, withCp1)).json();
    expect((await me(later.access_token)).status).toBe(200);
    expect((await me(access_token)).status).toBe(401);
  });

  it('is not satisfied by the claims of an earlier challenge', async () => {
    const { answer, refresh_token } = await challenged();
    vi.setSystemTime(Date.now() + 5000);
    tenant.control.challenge(person);
    const claims = claimsIn(answer).replace('{"nbf"', '{"xms_cc":{"values":["CP1"]},"nbf"');
    const { access_token } = (await app.refresh(refresh_token, { claims })).json();
    expect((await me(access_token)).status).toBe(401);
  });

  it('goes to no other person, and to no client that cannot handle it', async () => {
    const plain = await app.tokens(person);
    const other = createApp(tenant);
    const theirs = await other.tokens(app.person('administrator'), withCp1);
    tenant.control.challenge(person);
    expect((await me(plain.access_token)).status).toBe(200);
    expect((await me(theirs.access_token)).status).toBe(200);
  });

  it('is removed by a reset', async () => {
    const { access_token } = await challenged();
    tenant.control.reset();
    expect((await me(access_token)).status).toBe(200);
  });

  it('can be a 403', async () => {
    const { answer } = await challenged({ status: 403 });
    expect(answer.status).toBe(403);
    expect(headerOf(answer)).toContain('error="insufficient_claims"');
  });

  it('can follow another scheme in one header', async () => {
    const { answer } = await challenged({ shape: 'several-schemes' });
    expect(headerOf(answer)).toMatch(/^PoP realm="", .+, nonce="[^"]+=", Bearer realm="", /);
    expect(JSON.parse(claimsIn(answer)).access_token).toEqual({
      nbf: { essential: true, value: String(tenant.control.clock.seconds()) },
      xms_caeerror: { value: '10012' },
    });
  });

  it('can omit the padding', async () => {
    const { answer } = await challenged({ shape: 'unpadded' });
    expect(encodedIn(answer)).toMatch(/^[\w-]+$/);
    expect(JSON.parse(claimsIn(answer))).toHaveProperty('access_token.nbf');
  });

  it('can omit the claims, and is then satisfied by any new token', async () => {
    const { answer, refresh_token } = await challenged({ shape: 'no-claims' });
    expect(headerOf(answer)).toBe(`${prefix}, error="insufficient_claims"`);
    const { access_token } = (await app.refresh(refresh_token, withCp1)).json();
    expect((await me(access_token)).status).toBe(200);
  });

  it('can ask for other claims', async () => {
    const claims = { access_token: { acrs: { essential: true, value: 'c1' } } };
    const { answer, refresh_token } = await challenged({ claims });
    expect(JSON.parse(claimsIn(answer))).toEqual(claims);
    const wanted = JSON.stringify({ access_token: { ...claims.access_token, ...capability.access_token } });
    const { access_token } = (await app.refresh(refresh_token, { claims: wanted })).json();
    expect((await me(access_token)).status).toBe(200);
  });

  it.each(['disableAccount', 'deleteAccount'] as const)('also results from %s', async (lever) => {
    const { access_token } = await app.tokens(person, withCp1);
    tenant.control[lever](person, true);
    expect((await me(access_token)).status).toBe(401);
  });
});
