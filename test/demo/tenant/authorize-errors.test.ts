import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Tenant } from '../../../demo/tenant/index.ts';
import { type App, createApp, start } from './app.ts';
import { errorOn, redirectParams } from './form-browser.ts';

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

describe('An authorization request that Entra never answers by redirect', () => {
  it.each([
    ['an unknown client', { client_id: 'a5a5a5a5-0000-4000-8000-000000000000' }, 'AADSTS700016'],
    ['an unregistered redirect URI', { redirect_uri: 'https://elsewhere.example/' }, 'AADSTS50011'],
    [
      'a redirect URI without its slash',
      { redirect_uri: 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org' },
      'AADSTS50011',
    ],
    ['an unknown scope', { scope: 'openid Kettle.Boil' }, 'AADSTS70011'],
    ['no scope', { scope: undefined }, 'AADSTS900144'],
    ['no client', { client_id: undefined }, 'AADSTS900144'],
  ])('is explained on a page that Chromium shows: %s', async (_what, params, number) => {
    const page = await app.browser.open(app.authorizeUrl(params));
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(errorOn(page)).toContain(number);
    expect(page.text).toContain('Correlation ID');
  });
});

describe('An authorization request that fails by redirect', () => {
  const correlation = '5d0bd0d1-6f0e-4a8a-9c53-6a0f24d8a111';

  it.each([
    ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request', 9002325],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request', 90100],
    ['the implicit flow', { response_type: 'token' }, 'unsupported_response_type', 700051],
    ['an unknown prompt', { prompt: 'shout' }, 'invalid_request', 90023],
    ['claims that are no JSON', { claims: '{' }, 'invalid_request', 90100],
    ['a silent try with nobody signed in', { prompt: 'none' }, 'login_required', 50058],
  ])('tells the app about %s', async (_what, params, error, number) => {
    const answer = await app.browser.open(app.authorizeUrl({ ...params, 'client-request-id': correlation }));
    const told = redirectParams(answer);
    expect(answer.url).toContain('#error=');
    expect(told.get('error')).toBe(error);
    expect(told.get('state')).toBe('a-state');
    expect(told.get('iss')).toBeNull();
    expect(told.get('error_uri')).toBe(`https://login.microsoftonline.com/error?code=${number}`);
    expect(told.get('error_description')).toMatch(
      new RegExp(
        `^AADSTS${number}: .+ Trace ID: [0-9a-f-]{36} Correlation ID: ${correlation} Timestamp: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ$`,
      ),
    );
  });

  it('tells the app that consent is missing if it asks silently for more', async () => {
    await app.signIn(app.person('member'));
    const params = { prompt: 'none', scope: 'openid profile Mail.ReadBasic' };
    const told = redirectParams(await app.browser.open(app.authorizeUrl(params)));
    expect(told.get('error')).toBe('consent_required');
    expect(told.get('suberror')).toBe('consent_required');
    expect(told.get('error_description')).toContain('AADSTS65001');
  });

  it('tells the app that the person declined the consent', async () => {
    const browser = app.browser;
    const person = app.person('member');
    let page = await browser.open(app.authorizeUrl({ 'client-request-id': correlation }));
    page = await browser.submit(page, { choice: 'next', account: person.userPrincipalName });
    page = await browser.submit(page, { choice: 'next', password: person.password });
    const told = redirectParams(await browser.submit(page, { choice: 'cancel' }));
    expect(told.get('error')).toBe('access_denied');
    expect(told.get('error_subcode')).toBeNull();
    expect(told.get('error_description')).toContain('AADSTS65004');
    expect(told.get('error_description')).toContain(correlation);
    expect(told.get('state')).toBe('a-state');
    expect([...tenant.control.consents(person)]).toEqual([]);
  });
});
