import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person, Tenant } from '../../../demo/tenant/index.ts';
import { type App, basicScope, createApp, origin, start } from './app.ts';
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

describe('A canned answer', () => {
  it('replaces that of the token endpoint, is readable across origins, and uses up no code or token', async () => {
    const code = await app.code(person);
    tenant.control.faults.token = { status: 200, body: {} };
    const empty = await app.redeem(code);
    expect(empty.status).toBe(200);
    expect(empty.json()).toEqual({});
    expect(empty.headers['access-control-allow-origin']).toBe(origin);
    tenant.control.faults.token = { status: 503, body: '<h1>Later</h1>', headers: { 'Retry-After': '7' } };
    const later = await app.redeem(code);
    expect([later.status, later.text, later.headers['retry-after']]).toEqual([503, '<h1>Later</h1>', '7']);
    expect(later.headers['content-type']).toContain('text/html');
    tenant.control.faults.token = null;
    expect((await app.redeem(code)).status).toBe(200);
  });

  it('replaces that of Graph for the longest matching prefix', async () => {
    const token = (await app.tokens(person)).access_token;
    tenant.control.faults.graph['/v1.0'] = {
      status: 429,
      body: { error: {} },
      headers: { 'Retry-After': '3' },
    };
    tenant.control.faults.graph['/v1.0/me/photo'] = { status: 504, body: 'gateway' };
    const profile = await app.graph('/v1.0/me', token);
    expect([profile.status, profile.headers['retry-after']]).toEqual([429, '3']);
    expect((await app.graph('/v1.0/me/photo/$value', token)).status).toBe(504);
  });
});

describe('A delay', () => {
  it.each(['token', 'graph'] as const)('holds the %s answer until it is released', async (endpoint) => {
    const tokens = await app.tokens(person);
    const order: string[] = [];
    let letGo = () => {};
    tenant.control.faults.delay[endpoint] = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const held =
      endpoint === 'token' ? app.refresh(tokens.refresh_token) : app.graph('/v1.0/me', tokens.access_token);
    const answered = held.then(({ status }) => order.push(`answered ${status}`));
    await app.browser.open(app.authorizeUrl());
    order.push('other request done');
    expect(tenant.control.log.filter(({ status }) => status === null)).toHaveLength(1);
    letGo();
    await answered;
    expect(order).toEqual(['other request done', 'answered 200']);
  });

  it('can be given in milliseconds', async () => {
    tenant.control.faults.delay.graph = 5;
    expect((await app.graph('/v1.0/me')).status).toBe(401);
  });
});

describe('The record', () => {
  it('counts the requests of each endpoint', async () => {
    const tokens = await app.tokens(person);
    await app.refresh(tokens.refresh_token);
    await app.graph('/v1.0/me', tokens.access_token);
    expect(tenant.control.counters).toEqual({ authorize: 1, token: 2, graph: 1 });
  });

  it('lists each request without a secret', async () => {
    const tokens = await app.tokens(person);
    await app.refresh(tokens.refresh_token);
    await app.graph('/v1.0/me?$select=id', tokens.access_token);
    expect(tenant.control.log.slice(-3)).toMatchObject([
      {
        method: 'POST',
        host: 'login.microsoftonline.com',
        path: '/common/oauth2/v2.0/token',
        grantType: 'authorization_code',
        scopes: basicScope,
        origin,
        status: 200,
      },
      { grantType: 'refresh_token', status: 200 },
      { method: 'GET', host: 'graph.microsoft.com', path: '/v1.0/me', status: 200 },
    ]);
    const told = JSON.stringify(tenant.control.log);
    for (const secret of tenant.control.issuedSecrets) expect(told).not.toContain(secret);
  });

  it('knows every secret that was issued, and keeps them over a reset', async () => {
    const code = redirectParams(await app.signIn(person)).get('code') ?? '';
    const first = (await app.redeem(code)).json();
    const second = (await app.refresh(first.refresh_token)).json();
    tenant.control.reset();
    const secrets = [first, second].flatMap((answer) =>
      ['access_token', 'refresh_token', 'id_token'].map((n) => answer[n]),
    );
    for (const secret of [code, ...secrets]) expect(tenant.control.issuedSecrets).toContain(secret);
  });
});

describe('A reset', () => {
  it('clears sessions, consents, faults, counters, the log and the moved clock', async () => {
    const { control } = tenant;
    await app.signIn(person);
    control.faults.idToken = 'wrong-aud';
    control.faults.graph['/v1.0'] = { status: 500, body: {} };
    control.clock.advance(5000);
    control.reset();
    expect(control.faults).toMatchObject({ idToken: null, token: null, graph: {}, platform: 'spa' });
    expect(control.counters).toEqual({ authorize: 0, token: 0, graph: 0 });
    expect(control.log).toEqual([]);
    expect(control.clock.shift).toBe(0);
    expect(control.consents(person).size).toBe(0);
    const silent = await app.browser.open(app.authorizeUrl({ prompt: 'none' }));
    expect(redirectParams(silent).get('error')).toBe('login_required');
  });
});
