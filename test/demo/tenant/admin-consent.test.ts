import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entraHost, organisation, type Tenant } from '../../../demo/tenant/index.ts';
import { type App, clientId, createApp, redirectUri, start } from './app.ts';
import { enterCredentials, errorOn, redirectParams, scopesOn, shows } from './form-browser.ts';
import { linkOn } from './page-parts.ts';

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

const address = (params: Record<string, string> = {}, segment = 'organizations') => {
  const query = new URLSearchParams({
    client_id: clientId,
    scope: 'https://graph.microsoft.com/Mail.Read Calendars.Read offline_access',
    redirect_uri: redirectUri,
    state: 'a-state',
    ...params,
  });
  return `https://${entraHost}/${segment}/v2.0/adminconsent?${query}`;
};

describe('A request for admin consent', () => {
  const administrator = () => app.person('administrator');

  it.each(['organizations', organisation.tid, organisation.domain])(
    'shows the permissions at %s and answers in the query with the scopes in full',
    async (segment) => {
      const asked = await app.browser.open(address({}, segment));
      const page = await enterCredentials(app.browser, asked, administrator());
      expect(scopesOn(page)).toEqual([
        'User.Read',
        'Mail.Read',
        'Calendars.Read',
        'openid',
        'offline_access',
      ]);
      expect(shows(page, 'for-organisation')).toBe(false);
      const back = await app.browser.submit(page, { choice: 'accept' });
      expect(new URL(back.url).hash).toBe('');
      expect(Object.fromEntries(redirectParams(back))).toEqual({
        admin_consent: 'True',
        tenant: organisation.tid,
        scope:
          'https://graph.microsoft.com/Mail.Read https://graph.microsoft.com/Calendars.Read offline_access',
        state: 'a-state',
      });
      expect([...tenant.control.organisationConsents()]).toEqual(
        expect.arrayContaining(['Mail.Read', 'Calendars.Read', 'User.Read', 'openid']),
      );
    },
  );

  it('spares members the question from then on, under any policy', async () => {
    tenant.control.setConsentPolicy('administrator');
    await app.signIn(administrator());
    await app.browser.submit(await app.browser.open(address()), { choice: 'accept' });
    const members = createApp(tenant);
    const back = await members.signIn(members.person('member'), { scope: 'openid User.Read Mail.Read' });
    expect(redirectParams(back).has('code')).toBe(true);
  });

  it('needs no password from an administrator who is signed in', async () => {
    await app.signIn(administrator());
    expect(shows(await app.browser.open(address()), 'accept')).toBe(true);
  });

  it('tells the app about a refusal, and stores nothing', async () => {
    const page = await enterCredentials(app.browser, await app.browser.open(address()), administrator());
    const told = redirectParams(await app.browser.submit(page, { choice: 'cancel' }));
    expect(told.get('admin_consent')).toBe('True');
    expect(told.get('error')).toBe('consent_required');
    expect(told.get('error_description')).toContain('AADSTS65004');
    expect(told.get('state')).toBe('a-state');
    expect(tenant.control.organisationConsents().size).toBe(0);
  });

  it('returns no code, as it is no sign-in', async () => {
    await app.signIn(administrator());
    const back = await app.browser.submit(await app.browser.open(address()), { choice: 'accept' });
    expect(redirectParams(back).has('code')).toBe(false);
    expect(redirectParams(back).has('session_state')).toBe(false);
  });

  it('explains itself to anybody who is no administrator, with a link to another account', async () => {
    await app.signIn(app.person('member'));
    const page = await app.browser.open(address());
    expect(errorOn(page)).toContain('AADSTS90094');
    expect(shows(page, 'accept')).toBe(false);
    const other = await app.browser.open(linkOn(page, 'use-another-account'));
    const mine = await enterCredentials(app.browser, other, administrator());
    const back = redirectParams(await app.browser.submit(mine, { choice: 'accept' }));
    expect([back.get('admin_consent'), back.get('state')]).toEqual(['True', 'a-state']);
  });

  it.each([
    ['common', {}, 'AADSTS50059'],
    ['consumers', {}, 'AADSTS50059'],
    ['nowhere.example', {}, 'AADSTS90002'],
    ['organizations', { client_id: 'a5a5a5a5-0000-4000-8000-000000000000' }, 'AADSTS700016'],
    ['organizations', { redirect_uri: redirectUri.slice(0, -1) }, 'AADSTS50011'],
    ['organizations', { scope: 'Kettle.Boil' }, 'AADSTS70011'],
    ['organizations', { scope: '' }, 'AADSTS900144'],
  ])('is refused on a page at %s with %o', async (segment, params, number) => {
    const page = await app.browser.open(address(params, segment));
    expect(page.status).toBe(200);
    expect(errorOn(page)).toContain(number);
  });

  it('is logged with its scopes and its person, and not counted as an authorization request', async () => {
    const asked = await app.browser.open(address({ scope: 'Mail.Read' }));
    await enterCredentials(app.browser, asked, administrator());
    const [entry] = tenant.control.log;
    expect(entry).toMatchObject({
      path: '/organizations/v2.0/adminconsent',
      scopes: 'Mail.Read',
      person: administrator().key,
    });
    expect(tenant.control.counters.authorize).toBe(0);
  });
});
