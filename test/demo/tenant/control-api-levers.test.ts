import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failureRows, type Person, startTenant, type Tenant } from '../../../demo/tenant/index.ts';
import { type App, clientId, createApp, redirectUri } from './app.ts';
import { redirectParams, shows } from './form-browser.ts';

let tenant: Tenant;
let app: App;
let person: Person;

beforeAll(async () => {
  tenant = await startTenant({ clientId, redirectUris: [redirectUri], controlApi: true });
});
afterAll(() => tenant.stop());
beforeEach(() => {
  tenant.control.reset();
  app = createApp(tenant);
  person = app.person('member');
});

async function ask(method: string, path: string, json?: unknown): Promise<{ status: number; body: unknown }> {
  const { url = '', key = '' } = tenant.controlApi ?? {};
  const answer = await fetch(url + path, {
    method,
    headers: {
      Authorization: `Bearer ${key}`,
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  return { status: answer.status, body: await answer.json() };
}

const post = async (path: string, json?: unknown) => {
  const { status, body } = await ask('POST', path, json);
  expect([path, status, body]).toEqual([path, 200, expect.anything()]);
  return body;
};
const here = () => tenant.control.state().people[0];

describe('The levers of the control API', () => {
  it.each([
    ['require-mfa', { needsMfa: true }, { needsMfa: false }],
    ['disable-account', { isDisabled: true }, { isDisabled: false }],
    ['delete-account', { isDeleted: true }, { isDeleted: false }],
    ['expire-password', { isPasswordExpired: true }, { isPasswordExpired: false }],
    ['assign', { isAssigned: true }, { isAssigned: false }],
  ])('turn %s on and off for a person', async (lever, on, off) => {
    await post(`/people/mira/${lever}`, { on: true });
    expect(here()).toMatchObject(on);
    await post(`/people/mira/${lever}`, { on: false });
    expect(here()).toMatchObject(off);
  });

  it('change a password and return it, and revoke sessions', async () => {
    await app.tokens(person);
    expect(here()?.isSignedIn).toBe(true);
    expect(await post('/people/mira/change-password')).toEqual({ password: person.password });
    expect(here()?.isSignedIn).toBe(false);
    await app.tokens(person);
    await post('/people/mira/revoke-sessions', {});
    expect(here()?.isSignedIn).toBe(false);
  });

  it('set and remove answers for one person or for everybody', async () => {
    const { refresh_token } = await app.tokens(person);
    const refused = async () => (await app.refresh(refresh_token)).json().error_codes;
    await post('/people/mira/answer-with', { failure: { aadsts: 50076, error: 'interaction_required' } });
    expect(await refused()).toEqual([50076]);
    await post('/people/mira/answer-with', { failure: null });
    await post('/answer-with', { failure: { aadsts: 90033, grant: 'refresh' } });
    expect(await refused()).toEqual([90033]);
    await post('/answer-with', { failure: { aadsts: 50058, at: 'authorize' } });
    const silent = await app.browser.open(app.authorizeUrl({ prompt: 'none' }));
    expect(redirectParams(silent).get('error')).toBe('login_required');
    await post('/answer-with', { failure: null });
    expect(await refused()).toBeUndefined();
  });

  it('make Graph send a challenge', async () => {
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } });
    const { access_token } = await app.tokens(person, { claims });
    await post('/people/mira/challenge', { status: 403, shape: 'several-schemes', claims: { a: { b: 1 } } });
    const answer = await app.graph('/v1.0/me', access_token);
    expect(answer.status).toBe(403);
    expect(answer.headers['www-authenticate']).toMatch(/^PoP .*insufficient_claims/);
  });

  it('set the consents of the organisation and its policy', async () => {
    await post('/set-consent-policy', { policy: 'administrator' });
    await post('/consent-for-organisation', { scopes: ['User.Read', 'Mail.Read'] });
    expect((await ask('GET', '/organisation-consents')).body).toContain('Mail.Read');
    await post('/revoke-organisation-consent', { scopes: ['Mail.Read'] });
    expect((await ask('GET', '/people/mira/consents')).body).not.toContain('Mail.Read');
    expect(redirectParams(await app.signIn(person)).has('code')).toBe(true);
    const page = await app.browser.open(app.authorizeUrl({ scope: 'openid Mail.Read' }));
    expect(shows(page, 'accept')).toBe(false);
    await post('/revoke-organisation-consent');
    expect((await ask('GET', '/organisation-consents')).body).toEqual([]);
  });

  it('throttle endpoints and cut the network', async () => {
    await post('/throttle', { endpoint: 'token', seconds: 9 });
    expect((await app.refresh('x')).headers['retry-after']).toBe('9');
    await post('/throttle', { endpoint: 'token', seconds: null });
    await post('/cut-network', { on: true });
    await expect(app.refresh('x')).rejects.toThrow();
    await post('/cut-network', { on: false });
    expect((await app.refresh('x')).status).toBe(400);
  });

  it('return the rows of failures', async () => {
    expect((await ask('GET', '/failure-rows')).body).toEqual(JSON.parse(JSON.stringify(failureRows)));
  });

  it.each([
    ['/people/mira/assign', {}, 'on'],
    ['/people/mira/assign', { on: 'yes' }, 'on'],
    ['/people/mira/change-password', { password: 'x' }, 'password'],
    ['/people/mira/answer-with', {}, 'failure'],
    ['/people/mira/answer-with', { failure: { aadsts: 1 } }, 'AADSTS1 is on no row'],
    ['/answer-with', { failure: { aadsts: 54005, at: 'authorize' } }, 'at token only'],
    ['/answer-with', { failure: { aadsts: 50076, error: 'a b' } }, 'failure.error'],
    ['/people/mira/challenge', { status: 200 }, 'status'],
    ['/people/mira/challenge', { shape: 'round' }, 'shape'],
    ['/set-consent-policy', { policy: 'mine' }, 'policy'],
    ['/consent-for-organisation', { scopes: ['Kettle.Boil'] }, 'scopes.0'],
    ['/throttle', { endpoint: 'authorize', seconds: 1 }, 'endpoint'],
    ['/throttle', { endpoint: 'token', seconds: -1 }, 'seconds'],
    ['/cut-network', { on: null }, 'on'],
  ])('explain at %s the mistake in %o', async (path, json, words) => {
    const { status, body } = await ask('POST', path, json);
    expect(status).toBe(400);
    expect(body).toEqual({ error: expect.stringContaining(words) });
  });

  it('show the whole state without a secret', async () => {
    const { control } = tenant;
    await app.tokens(person, { scope: 'openid User.Read Mail.Read' });
    control.consentForOrganisation(['Calendars.Read']);
    control.requireMfa(person, true);
    control.answerWith(person, { aadsts: 50058 });
    control.answerWith(null, { aadsts: 90033 });
    control.faults.token = () => null;
    control.faults.delay.graph = new Promise(() => {});
    control.faults.refreshAs = person;
    control.clock.advance(60_000);
    const state = (await ask('GET', '/state')).body;
    expect(state).toMatchObject({
      consentPolicy: 'person',
      answerWith: { token: { aadsts: 90033 }, authorize: null },
      organisationConsents: expect.arrayContaining(['Calendars.Read']),
      faults: {
        token: 'by request',
        delay: { authorize: null, token: null, graph: 'held' },
        refreshAs: 'mira',
      },
      clock: { shift: 60_000, now: expect.any(Number) },
      counters: { authorize: 1, token: 1, graph: 0 },
    });
    expect(state).toHaveProperty('people.0', {
      key: 'mira',
      kind: 'member',
      name: person.displayName,
      userPrincipalName: person.userPrincipalName,
      isSignedIn: true,
      consents: {
        own: expect.arrayContaining(['Mail.Read', 'User.Read']),
        organisation: expect.arrayContaining(['Calendars.Read', 'openid']),
      },
      needsMfa: true,
      isDisabled: false,
      isDeleted: false,
      isPasswordExpired: false,
      isAssigned: true,
      answerWith: { token: null, authorize: { aadsts: 50058 } },
    });
    expect(state).toHaveProperty('people.3.consents', { own: [], organisation: [] });
    expect(state).toHaveProperty('log.0.person', 'mira');
    for (const secret of [...control.issuedSecrets, person.password]) {
      expect(JSON.stringify(state)).not.toContain(secret);
    }
  });

  it('restore the whole tenant at once', async () => {
    const usual = tenant.control.state();
    await post('/people/mira/require-mfa', { on: true });
    await post('/people/tomas/disable-account', { on: true });
    await post('/people/ingrid/delete-account', { on: true });
    await post('/people/sam/assign', { on: false });
    await post('/people/sam/expire-password', { on: true });
    await post('/answer-with', { failure: { aadsts: 50076 } });
    await post('/set-consent-policy', { policy: 'default' });
    await post('/consent-for-organisation', { scopes: ['Mail.Read'] });
    await post('/throttle', { endpoint: 'graph', seconds: 4 });
    await post('/cut-network', { on: true });
    await post('/clock/advance', { milliseconds: 5000 });
    await post('/reset');
    expect(tenant.control.state()).toEqual({ ...usual, clock: { shift: 0, now: expect.any(Number) } });
  });
});
