import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entraHost, type Person, type Tenant, type TokenRequest } from '../../../demo/tenant/index.ts';
import { type App, basicScope, createApp, start } from './app.ts';
import { redirectParams } from './form-browser.ts';

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

const busy = { status: 503, body: { error: 'temporarily_unavailable', error_codes: [90033] } };
/** Resolves with the name of a failure, or `answered`. */
const outcomeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: NodeJS.ErrnoException) => error.code,
  );

describe('A token fault', () => {
  it('can be a queue, from which each request takes one', async () => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.faults.token = [null, busy, 'reset'];
    expect((await app.refresh(refresh_token)).status).toBe(200);
    expect((await app.refresh(refresh_token)).status).toBe(503);
    expect(await outcomeOf(app.refresh(refresh_token))).toBe('ECONNRESET');
    expect((await app.refresh(refresh_token)).status).toBe(200);
  });

  it('can depend on the request', async () => {
    const { refresh_token } = await app.tokens(person);
    const seen: TokenRequest[] = [];
    tenant.control.faults.token = (request) => {
      seen.push(request);
      return request.count === 3 ? busy : null;
    };
    const statuses = [];
    for (let round = 0; round < 3; round++) statuses.push((await app.refresh(refresh_token)).status);
    expect(statuses).toEqual([200, 503, 200]);
    expect(seen[0]).toEqual({ count: 2, grantType: 'refresh_token', scopes: basicScope, person });
    const code = await app.code(person);
    expect((await app.redeem(code)).status).toBe(200);
    expect(seen.at(-1)).toMatchObject({ count: 5, grantType: 'authorization_code', person });
  });

  it('is logged by its number and its person, without a secret', async () => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.faults.token = [busy];
    await app.refresh(refresh_token);
    tenant.control.revokeRefreshTokens(person);
    await app.refresh(refresh_token);
    await app.refresh('nonsense');
    const entries = tenant.control.log.filter(({ path }) => path.endsWith('/token'));
    expect(entries.map((entry) => [entry.person, entry.aadsts])).toEqual([
      ['mira', undefined],
      ['mira', 90033],
      ['mira', 50173],
      [undefined, 70000],
    ]);
    const told = JSON.stringify(tenant.control.log);
    for (const secret of tenant.control.issuedSecrets) expect(told).not.toContain(secret);
  });
});

describe('A network fault', () => {
  /** Signs in without the fault, then asks once with it. */
  async function askUnder(endpoint: 'token' | 'graph', fault: 'hang' | 'reset' | 'truncate') {
    const tokens = await app.tokens(person);
    tenant.control.faults[`${endpoint}Network`] = fault;
    return () =>
      endpoint === 'token' ? app.refresh(tokens.refresh_token) : app.graph('/v1.0/me', tokens.access_token);
  }

  it.each(['token', 'graph'] as const)('closes the connection under a %s answer', async (endpoint) => {
    const ask = await askUnder(endpoint, 'reset');
    expect(await outcomeOf(ask())).toBe('ECONNRESET');
    tenant.control.faults[`${endpoint}Network`] = null;
    expect((await ask()).status).toBe(200);
  });

  it.each(['token', 'graph'] as const)('cuts a %s answer short', async (endpoint) => {
    const answer = await (await askUnder(endpoint, 'truncate'))();
    expect(answer.status).toBe(200);
    expect(answer.text.length).toBeGreaterThan(10);
    expect(() => answer.json()).toThrow(SyntaxError);
  });

  it.each(['token', 'graph'] as const)('never answers a %s request', async (endpoint) => {
    const ask = await askUnder(endpoint, 'hang');
    const before = tenant.control.counters[endpoint];
    const settled = outcomeOf(ask());
    await expect.poll(() => tenant.control.counters[endpoint]).toBe(before + 1);
    // Another request is answered meanwhile, so that the first one had its time.
    await app.browser.open(`https://${entraHost}/common/discovery/v2.0/keys`);
    expect(tenant.control.log.filter(({ status }) => status === null)).toHaveLength(1);
    await tenant.stop();
    expect(await settled).toBe('ECONNRESET');
    tenant = await start();
  });

  it('leaves a Graph route alone that has a fault of its own', async () => {
    tenant.control.faults.graphNetwork = 'reset';
    tenant.control.faults.graph['/v1.0/me'] = { status: 429, body: {} };
    tenant.control.faults.graph['/v1.0/me/photo'] = 'truncate';
    expect((await app.graph('/v1.0/me')).status).toBe(429);
    const photo = await app.graph('/v1.0/me/photo/$value');
    expect(() => photo.json()).toThrow(SyntaxError);
    expect(await outcomeOf(app.graph('/v1.0/other'))).toBe('ECONNRESET');
  });
});

describe('An authorize fault', () => {
  it('replaces the first page, or redirects to any address', async () => {
    const { faults } = tenant.control;
    faults.authorize = { status: 503, body: '<h1>Later</h1>' };
    const later = await app.browser.open(app.authorizeUrl());
    expect([later.status, later.text]).toEqual([503, '<h1>Later</h1>']);
    const Location = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/#code=forged&state=other';
    faults.authorize = { status: 302, body: '', headers: { Location } };
    const forged = redirectParams(await app.browser.open(app.authorizeUrl()));
    expect(forged.get('state')).toBe('other');
    expect(tenant.control.counters.authorize).toBe(2);
    faults.authorize = 'reset';
    expect(await outcomeOf(app.browser.open(app.authorizeUrl()))).toBe('ECONNRESET');
  });

  it('can be a delay', async () => {
    let letGo = () => {};
    tenant.control.faults.delay.authorize = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const page = app.browser.open(app.authorizeUrl());
    await expect.poll(() => tenant.control.counters.authorize).toBe(1);
    expect(tenant.control.log[0]?.status).toBeNull();
    letGo();
    expect((await page).status).toBe(200);
  });
});
