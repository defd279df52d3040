import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person, Tenant } from '../../../demo/tenant/index.ts';
import { type App, createApp, start } from './app.ts';
import { enterCredentials, errorOn, redirectParams, shows } from './form-browser.ts';
import type { Answer } from './https-client.ts';

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

const open = (params?: Record<string, string>) => app.browser.open(app.authorizeUrl(params));
const errorOf = async (answer: Promise<Answer>) => redirectParams(await answer).get('error');
const withCp1 = { claims: JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } }) };

/** The answer to a refresh, without what is different every time. */
async function refuse(token: unknown): Promise<unknown> {
  const { error, error_codes, suberror, claims } = (await app.refresh(token)).json();
  return { error, error_codes, suberror, claims };
}

describe('A disabled account', () => {
  it('cannot sign in, refresh or use its session until it is enabled', async () => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.disableAccount(person, true);
    expect(await refuse(refresh_token)).toEqual({ error: 'invalid_grant', error_codes: [50057] });
    expect(await errorOf(open({ prompt: 'none' }))).toBe('login_required');
    const page = await enterCredentials(app.browser, await open(), person);
    expect(errorOn(page)).toContain('AADSTS50057: The user account is disabled.');
    expect(shows(page, 'password')).toBe(true);
    const wrong = await app.browser.submit(page, { choice: 'next', password: 'wrong' });
    expect(errorOn(wrong)).not.toContain('AADSTS');
    tenant.control.disableAccount(person, false);
    expect((await app.refresh(refresh_token)).status).toBe(200);
    expect(redirectParams(await open({ prompt: 'none' })).has('code')).toBe(true);
  });
});

describe('A deleted account', () => {
  it('is unknown to the pages and to refreshes, and signs in again after it is restored', async () => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.deleteAccount(person, true);
    expect(await refuse(refresh_token)).toEqual({ error: 'invalid_grant', error_codes: [50034] });
    expect(await errorOf(open({ prompt: 'none' }))).toBe('login_required');
    const account = person.userPrincipalName;
    const page = await app.browser.submit(await open(), { choice: 'next', account });
    expect(errorOn(page)).toContain('couldn’t find');
    tenant.control.deleteAccount(person, false);
    expect(await errorOf(open({ prompt: 'none' }))).toBe('login_required');
    expect(redirectParams(await enterCredentials(app.browser, await open(), person)).has('code')).toBe(true);
  });
});

describe('A changed password', () => {
  it('ends sessions and tokens, and replaces the old password', async () => {
    const old = person.password;
    const { refresh_token, access_token } = await app.tokens(person, withCp1);
    const password = tenant.control.changePassword(person);
    expect([password, password === old]).toEqual([person.password, false]);
    expect(await refuse(refresh_token)).toEqual({
      error: 'invalid_grant',
      error_codes: [50173],
      suberror: 'bad_token',
    });
    expect(await errorOf(open({ prompt: 'none' }))).toBe('login_required');
    expect((await app.graph('/v1.0/me', access_token)).headers['www-authenticate']).toContain('claims=');
    const page = await enterCredentials(app.browser, await open(), { ...person, password: old });
    expect(errorOn(page)).toContain('incorrect');
    const back = await app.browser.submit(page, { choice: 'next', password });
    expect(redirectParams(back).has('code')).toBe(true);
    tenant.control.reset();
    expect(person.password).toBe(old);
  });
});

describe('Revoked sessions', () => {
  it('include cookies, refresh tokens and access tokens', async () => {
    const { refresh_token, access_token } = await app.tokens(person, withCp1);
    tenant.control.revokeSessions(person);
    expect(await refuse(refresh_token)).toMatchObject({ error_codes: [50173], suberror: 'bad_token' });
    expect(await errorOf(open({ prompt: 'none' }))).toBe('login_required');
    expect((await app.graph('/v1.0/me', access_token)).status).toBe(401);
    expect(redirectParams(await app.signIn(person)).has('code')).toBe(true);
  });
});

describe('An expired password', () => {
  const chosen = { choice: 'next', new_password: 'heather-on-chalk', confirmed: 'heather-on-chalk' };

  it('stops refreshes and silent requests, and keeps the session', async () => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.expirePassword(person, true);
    expect(await refuse(refresh_token)).toEqual({
      error: 'invalid_grant',
      error_codes: [50055],
      suberror: 'user_password_expired',
    });
    const told = redirectParams(await open({ prompt: 'none' }));
    expect([told.get('error'), told.get('suberror')]).toEqual([
      'interaction_required',
      'user_password_expired',
    ]);
    tenant.control.expirePassword(person, false);
    expect((await app.refresh(refresh_token)).status).toBe(200);
    expect(redirectParams(await open({ prompt: 'none' })).has('code')).toBe(true);
  });

  it('is replaced on the pages, which ends its sessions in other browsers', async () => {
    const old = person.password;
    const elsewhere = createApp(tenant);
    const { refresh_token } = await elsewhere.tokens(person);
    tenant.control.expirePassword(person, true);
    const page = await enterCredentials(app.browser, await open(), person);
    expect(shows(page, 'new-password')).toBe(true);
    const back = await app.browser.submit(page, { ...chosen, password: old });
    const fresh = (await app.redeem(redirectParams(back).get('code') ?? '')).json();
    expect((await app.refresh(fresh.refresh_token)).status).toBe(200);
    expect(redirectParams(await open({ prompt: 'none' })).has('code')).toBe(true);
    expect(person.password).toBe('heather-on-chalk');
    expect((await elsewhere.refresh(refresh_token)).json().error_codes).toEqual([50173]);
    expect(await errorOf(elsewhere.browser.open(elsewhere.authorizeUrl({ prompt: 'none' })))).toBe(
      'login_required',
    );
  });

  it.each([
    ['a wrong password', { password: 'wrong' }, 'incorrect'],
    ['a short one', { new_password: 'fern', confirmed: 'fern' }, '8 characters'],
    ['the old one', { new_password: 'moss-under-glass', confirmed: 'moss-under-glass' }, 'used before'],
    ['two different ones', { confirmed: 'heather' }, 'don’t match'],
  ])('is not replaced with %s', async (_what, changes, words) => {
    tenant.control.expirePassword(person, true);
    const page = await enterCredentials(app.browser, await open(), person);
    const again = await app.browser.submit(page, { ...chosen, password: person.password, ...changes });
    expect(errorOn(again)).toContain(words);
    expect(shows(again, 'new-password')).toBe(true);
    expect(person.password).toBe('moss-under-glass');
    expect(await errorOf(app.browser.submit(again, { choice: 'cancel' }))).toBe('access_denied');
  });
});

describe('A person who is not assigned to the app', () => {
  it('gets a page, and the app gets an error from a silent request', async () => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.assign(person, false);
    expect(await refuse(refresh_token)).toEqual({ error: 'interaction_required', error_codes: [50105] });
    const told = redirectParams(await open({ prompt: 'none' }));
    expect(told.get('error')).toBe('interaction_required');
    expect(told.get('error_description')).toContain('AADSTS50105');
    const page = await open();
    expect(page.status).toBe(200);
    expect(errorOn(page)).toContain('AADSTS50105');
    tenant.control.assign(person, true);
    expect(redirectParams(await open()).has('code')).toBe(true);
  });

  it('gets the page after a first sign-in with a password too', async () => {
    tenant.control.assign(person, false);
    expect(errorOn(await enterCredentials(app.browser, await open(), person))).toContain('AADSTS50105');
    tenant.control.reset();
    expect(redirectParams(await app.signIn(person)).has('code')).toBe(true);
  });
});

describe('The log', () => {
  it('names the person of an authorization request once the person is known, and its outcome', async () => {
    await open({ login_hint: person.userPrincipalName });
    expect(tenant.control.log[0]).toMatchObject({ path: '/common/oauth2/v2.0/authorize' });
    expect(tenant.control.log[0]).not.toHaveProperty('person');
    tenant.control.reset();
    app = createApp(tenant);
    await app.signIn(person, { scope: 'openid Mail.Read' });
    await open({ prompt: 'none', scope: 'openid Calendars.Read' });
    const entries = tenant.control.log.filter(({ path }) => path.endsWith('/authorize'));
    expect(entries).toMatchObject([
      { scopes: 'openid Mail.Read', person: person.key },
      { scopes: 'openid Calendars.Read', person: person.key, aadsts: 65001 },
    ]);
    expect(entries[0]).not.toHaveProperty('aadsts');
    await app.browser.submit(await open({ prompt: 'login' }), { choice: 'cancel' });
    expect(tenant.control.log.every(({ aadsts }) => aadsts === undefined || aadsts === 65001)).toBe(true);
  });
});
