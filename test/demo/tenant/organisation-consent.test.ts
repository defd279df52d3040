import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person, Tenant } from '../../../demo/tenant/index.ts';
import { type App, createApp, start } from './app.ts';
import { enterCredentials, errorOn, redirectParams, scopesOn, shows } from './form-browser.ts';

let tenant: Tenant;
let app: App;
let member: Person;
let administrator: Person;

beforeAll(async () => {
  tenant = await start();
});
afterAll(() => tenant.stop());
beforeEach(() => {
  tenant.control.reset();
  app = createApp(tenant);
  member = app.person('member');
  administrator = app.person('administrator');
});

const ask = (scope: string, more: Record<string, string> = {}) =>
  app.browser.open(app.authorizeUrl({ scope: `openid profile offline_access ${scope}`, ...more }));

/** What the app is told without a page. */
async function askSilently(scope: string): Promise<string | null> {
  const told = redirectParams(await ask(scope, { prompt: 'none' }));
  return told.has('code') ? 'code' : told.get('error');
}

describe('Consent on behalf of the organisation', () => {
  it('is offered to administrators alone', async () => {
    const theirs = await enterCredentials(app.browser, await ask('Mail.Read'), administrator);
    expect(shows(theirs, 'for-organisation')).toBe(true);
    app.browser.forgetCookies();
    const ours = await enterCredentials(app.browser, await ask('Mail.Read'), member);
    expect(shows(ours, 'for-organisation')).toBe(false);
  });

  it('spares members the question, and shows in their tokens', async () => {
    const page = await enterCredentials(app.browser, await ask('Mail.Read'), administrator);
    await app.browser.submit(page, { choice: 'accept', for_organisation: 'yes' });
    app.browser.forgetCookies();
    const back = await enterCredentials(app.browser, await ask('Mail.Read'), member);
    const { scope } = (await app.redeem(redirectParams(back).get('code') ?? '')).json();
    expect(String(scope).split(' ')).toEqual(expect.arrayContaining(['Mail.Read', 'User.Read', 'openid']));
    expect([...tenant.control.consents(member)]).toContain('Mail.Read');
    expect([...tenant.control.organisationConsents()]).toContain('Mail.Read');
  });

  it('is not taken from a member who sends the box all the same', async () => {
    const page = await enterCredentials(app.browser, await ask('Mail.Read'), member);
    await app.browser.submit(page, { choice: 'accept', for_organisation: 'yes' });
    expect(tenant.control.organisationConsents().size).toBe(0);
    expect([...tenant.control.consents(member)]).toContain('Mail.Read');
  });

  it('is the administrator’s own if the box is not ticked', async () => {
    await app.signIn(administrator);
    expect(tenant.control.organisationConsents().size).toBe(0);
    expect(tenant.control.consents(member).size).toBe(0);
  });

  it('is not offered for personal accounts', async () => {
    tenant.control.consentForOrganisation(['Mail.Read']);
    const personal = app.person('personal');
    expect(tenant.control.consents(personal).size).toBe(0);
    const page = await enterCredentials(app.browser, await ask('Mail.Read'), personal);
    expect(scopesOn(page)).toContain('Mail.Read');
  });

  it('can be granted and revoked by lever, apart from a person’s own', async () => {
    const { control } = tenant;
    await app.signIn(member, { scope: 'openid User.Read Mail.Read' });
    control.consentForOrganisation(['https://graph.microsoft.com/Calendars.Read', 'Mail.Read']);
    expect([...control.organisationConsents()]).toEqual(
      expect.arrayContaining(['Calendars.Read', 'Mail.Read', 'User.Read', 'openid']),
    );
    control.revokeConsent(member);
    expect(await askSilently('Mail.Read')).toBe('code');
    control.revokeOrganisationConsent(['Mail.Read']);
    expect(await askSilently('Mail.Read')).toBe('consent_required');
    expect(await askSilently('Calendars.Read')).toBe('code');
    control.revokeOrganisationConsent();
    expect(control.consents(member).size).toBe(0);
    expect(() => control.consentForOrganisation(['Kettle.Boil'])).toThrow('Kettle.Boil');
  });
});

describe('A consent page', () => {
  it('shows only new permissions, regardless of who granted the others, and the basics once', async () => {
    await app.signIn(member);
    tenant.control.consentForOrganisation(['Mail.Read']);
    expect(scopesOn(await ask('User.Read Mail.Read Calendars.Read'))).toEqual(['Calendars.Read']);
  });

  it('shows every requested permission if the app asks for that', async () => {
    await app.signIn(member);
    tenant.control.consentForOrganisation(['Mail.Read']);
    expect(scopesOn(await ask('Mail.Read', { prompt: 'consent' }))).toEqual([
      'Mail.Read',
      'openid',
      'offline_access',
    ]);
  });
});

describe('The organisation’s consent policy', () => {
  it.each([
    ['person', 'Mail.Read', true],
    ['person', 'User.Read.All', false],
    ['default', 'Files.Read', true],
    ['default', 'Mail.Send', true],
    ['default', 'Mail.ReadBasic', false],
    ['default', 'Calendars.ReadWrite', false],
    ['default', 'Tasks.ReadWrite', false],
    ['default', 'MailboxSettings.Read', false],
    ['administrator', 'Files.Read', false],
  ] as const)('"%s" lets a member consent to %s: %s', async (policy, scope, isAllowed) => {
    await app.signIn(member);
    tenant.control.setConsentPolicy(policy);
    const page = await ask(scope);
    expect(shows(page, 'accept')).toBe(isAllowed);
    if (!isAllowed) expect(errorOn(page)).toContain('AADSTS90094');
  });

  it('sends the app only a cancel from the page that requires an administrator', async () => {
    tenant.control.setConsentPolicy('default');
    const page = await enterCredentials(app.browser, await ask('User.Read Mail.Read'), member);
    expect(scopesOn(page)).toEqual(['Mail.Read']);
    const told = redirectParams(await app.browser.submit(page, { choice: 'leave' }));
    expect(Object.fromEntries(told)).toEqual({
      error: 'access_denied',
      error_subcode: 'cancel',
      state: 'a-state',
    });
  });

  it('reports silently that consent is missing, as usual', async () => {
    const { refresh_token } = await app.tokens(member);
    tenant.control.setConsentPolicy('administrator');
    expect(await askSilently('Mail.Read')).toBe('consent_required');
    expect((await app.refresh(refresh_token, { scope: 'Mail.Read' })).json()).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65001],
    });
    expect((await app.refresh(refresh_token)).status).toBe(200);
  });

  it('reserves even the sign-in for administrators, except the scopes of OpenID, if it is the strictest', async () => {
    tenant.control.setConsentPolicy('administrator');
    const page = await enterCredentials(app.browser, await ask('User.Read'), member);
    expect(scopesOn(page)).toEqual(['User.Read']);
    expect(shows(page, 'accept')).toBe(false);
    tenant.control.consentForOrganisation(['User.Read']);
    tenant.control.revokeOrganisationConsent(['openid', 'profile', 'offline_access']);
    expect(scopesOn(await ask('User.Read'))).toEqual(['openid', 'offline_access']);
  });

  it.each(['administrator', 'personal'] as const)('does not apply to the %s', async (kind) => {
    tenant.control.setConsentPolicy('administrator');
    const page = await enterCredentials(app.browser, await ask('Mail.Read'), app.person(kind));
    expect(shows(page, 'accept')).toBe(true);
  });

  it('leaves earlier consents alone', async () => {
    await app.signIn(member, { scope: 'openid User.Read Mail.Read' });
    tenant.control.setConsentPolicy('default');
    expect(await askSilently('Mail.Read')).toBe('code');
    expect(errorOn(await ask('Mail.Read', { prompt: 'consent' }))).toContain('AADSTS90094');
  });

  it('lets everybody consent after a reset', async () => {
    tenant.control.setConsentPolicy('administrator');
    tenant.control.consentForOrganisation(['Mail.Read']);
    tenant.control.reset();
    expect(tenant.control.organisationConsents().size).toBe(0);
    const page = await enterCredentials(app.browser, await ask('Mail.Read'), member);
    expect(shows(page, 'accept')).toBe(true);
  });
});
