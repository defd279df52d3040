import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entraHost, type Person, type Tenant } from '../../../demo/tenant/index.ts';
import { type App, createApp, start } from './app.ts';
import { enterCredentials, errorOn, redirectParams, scopesOn, shows } from './form-browser.ts';

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

const ask = (scope: string, more: Record<string, string> = {}) =>
  app.browser.open(app.authorizeUrl({ scope: `openid profile offline_access ${scope}`, ...more }));

describe('Consent', () => {
  it('includes the basic scopes with the first request', async () => {
    const page = await enterCredentials(app.browser, await ask('Calendars.ReadBasic'), person);
    expect(scopesOn(page)).toEqual(['User.Read', 'Calendars.ReadBasic', 'openid', 'offline_access']);
    expect(page.text).toContain('Lanyard (local build)');
    expect(shows(page, 'unverified')).toBe(true);
    await app.browser.submit(page, { choice: 'accept' });
    expect([...tenant.control.consents(person)].sort()).toEqual(
      ['Calendars.ReadBasic', 'User.Read', 'offline_access', 'openid', 'profile'].sort(),
    );
  });

  it('is asked for new scopes only', async () => {
    await app.signIn(person);
    expect(scopesOn(await ask('User.Read Mail.ReadBasic Tasks.Read'))).toEqual([
      'Mail.ReadBasic',
      'Tasks.Read',
    ]);
  });

  it('is asked for once, and outlasts the session', async () => {
    await app.signIn(person);
    await app.browser.open(`https://${entraHost}/common/oauth2/v2.0/logout`);
    const answer = await enterCredentials(app.browser, await ask('User.Read'), person);
    expect(redirectParams(answer).get('code')).not.toBeNull();
  });

  it('is shown in full again if the app asks for that', async () => {
    await app.signIn(person);
    expect(scopesOn(await ask('User.Read', { prompt: 'consent' }))).toContain('User.Read');
  });

  it('belongs to one person', async () => {
    await app.signIn(person);
    app.browser.forgetCookies();
    const page = await enterCredentials(app.browser, await ask('User.Read'), app.person('administrator'));
    expect(scopesOn(page)).toContain('User.Read');
  });

  it('covers long and unusual forms of a scope name as the same permission', async () => {
    await app.signIn(person);
    const same = await ask('https://graph.microsoft.com/User.Read user.read');
    expect(redirectParams(same).get('code')).not.toBeNull();
  });

  it('is refused to members for permissions that need an administrator, with a way back', async () => {
    const page = await enterCredentials(app.browser, await ask('User.Read.All'), person);
    expect(errorOn(page)).toContain('AADSTS90094');
    expect(shows(page, 'accept')).toBe(false);
    const sneaky = await app.browser.submit(page, { choice: 'accept' });
    expect(errorOn(sneaky)).toContain('AADSTS90094');
    const told = redirectParams(await app.browser.submit(page, { choice: 'leave' }));
    expect([told.get('error'), told.get('error_subcode')]).toEqual(['access_denied', 'cancel']);
    expect(tenant.control.consents(person).size).toBe(0);
  });

  it('is granted by an administrator for such permissions', async () => {
    const administrator = app.person('administrator');
    const page = await enterCredentials(app.browser, await ask('User.Read.All'), administrator);
    expect(scopesOn(page)).toContain('User.Read.All');
    await app.browser.submit(page, { choice: 'accept' });
    expect(tenant.control.consents(administrator)).toContain('User.Read.All');
  });

  it('is asked for again after it was revoked', async () => {
    await app.signIn(person, { scope: 'openid User.Read Mail.Read' });
    tenant.control.revokeConsent(person, ['Mail.Read']);
    expect(scopesOn(await ask('User.Read Mail.Read'))).toEqual(['Mail.Read']);
    tenant.control.revokeConsent(person);
    expect(scopesOn(await ask('User.Read'))).toContain('User.Read');
  });
});
