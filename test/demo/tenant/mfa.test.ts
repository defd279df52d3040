import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person, Tenant } from '../../../demo/tenant/index.ts';
import { type App, createApp, start } from './app.ts';
import { enterCredentials, errorOn, redirectParams, shows } from './form-browser.ts';
import { enterCode } from './page-parts.ts';

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
const claims = /^\{"access_token":\{"capolids":\{"essential":true,"values":\["[0-9a-f-]{36}"\]\}\}\}$/;

describe('A second step', () => {
  it('is required between password and consent', async () => {
    tenant.control.requireMfa(person, true);
    const page = await enterCredentials(app.browser, await open(), person);
    expect(shows(page, 'code')).toBe(true);
    const wrong = await app.browser.submit(page, { choice: 'next', code: '12345' });
    expect(errorOn(wrong)).toContain('expected verification code');
    const consent = await enterCode(app.browser, wrong);
    expect(shows(consent, 'accept')).toBe(true);
    const back = await app.browser.submit(consent, { choice: 'accept' });
    expect(redirectParams(back).has('code')).toBe(true);
  });

  it('can be cancelled like any page', async () => {
    tenant.control.requireMfa(person, true);
    const page = await enterCredentials(app.browser, await open(), person);
    const told = redirectParams(await app.browser.submit(page, { choice: 'cancel' }));
    expect([told.get('error'), told.get('error_subcode')]).toEqual(['access_denied', 'cancel']);
  });

  it('makes a refresh without it fail, and one with it pass', async () => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.requireMfa(person, true);
    const refused = (await app.refresh(refresh_token)).json();
    expect(refused).toMatchObject({
      error: 'invalid_grant',
      suberror: 'basic_action',
      error_codes: [50076],
      claims: expect.stringMatching(claims),
    });
    const back = await enterCode(app.browser, await open({ claims: String(refused.claims) }));
    const first = (await app.redeem(redirectParams(back).get('code') ?? '')).json();
    const second = await app.refresh(first.refresh_token);
    expect(second.status).toBe(200);
    tenant.control.endSession(person);
    expect((await app.refresh(second.json().refresh_token)).status).toBe(200);
    expect((await app.refresh(refresh_token)).json().error_codes).toEqual([50076]);
    tenant.control.requireMfa(person, false);
    expect((await app.refresh(refresh_token)).status).toBe(200);
  });

  it('is reported silently with the claims to come back with', async () => {
    await app.signIn(person);
    tenant.control.requireMfa(person, true);
    const told = redirectParams(await open({ prompt: 'none' }));
    expect(told.get('error')).toBe('interaction_required');
    expect(told.get('suberror')).toBe('basic_action');
    expect(told.get('claims')).toMatch(claims);
    expect(told.get('error_description')).toContain('AADSTS50076');
  });

  it('holds for the session of one browser', async () => {
    await app.signIn(person);
    tenant.control.requireMfa(person, true);
    await enterCode(app.browser, await open());
    expect(redirectParams(await open({ prompt: 'none' })).has('code')).toBe(true);
    expect(redirectParams(await open()).has('code')).toBe(true);
    const other = createApp(tenant);
    const page = await other.browser.open(other.authorizeUrl());
    expect(shows(await enterCredentials(other.browser, page, person), 'code')).toBe(true);
    tenant.control.endSession(person);
    expect(shows(await enterCredentials(app.browser, await open(), person), 'code')).toBe(true);
  });

  it('is required of one person, and of nobody after a reset', async () => {
    tenant.control.requireMfa(person, true);
    const page = await enterCredentials(app.browser, await open(), app.person('administrator'));
    expect(shows(page, 'accept')).toBe(true);
    tenant.control.reset();
    expect(redirectParams(await app.signIn(person)).has('code')).toBe(true);
  });
});
