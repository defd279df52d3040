import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failureRows, type Person, type Tenant } from '../../../demo/tenant/index.ts';
import { type App, createApp, start } from './app.ts';
import { enterCredentials, errorOn, redirectParams, shows } from './form-browser.ts';
import { linkOn } from './page-parts.ts';

let tenant: Tenant;
let app: App;
let person: Person;
let other: Person;

beforeAll(async () => {
  tenant = await start();
});
afterAll(() => tenant.stop());
beforeEach(() => {
  tenant.control.reset();
  app = createApp(tenant);
  person = app.person('member');
  other = app.person('administrator');
});

const open = (params?: Record<string, string>) => app.browser.open(app.authorizeUrl(params));
const cases = failureRows.flatMap((row) => row.codes.map((aadsts) => ({ row, aadsts })));
const met = (place: 'token' | 'authorize' | 'page') => cases.filter(({ row }) => row.at.includes(place));

describe('The rows of failures', () => {
  it('number thirty, with each AADSTS number in one of them', () => {
    expect(failureRows.map(({ id }) => id)).toEqual(
      Array.from({ length: 30 }, (_none, index) => `T${index + 1}`),
    );
    expect(new Set(cases.map(({ aadsts }) => aadsts)).size).toBe(cases.length);
  });

  it('have no word in their descriptions that MSAL would take for an error', async () => {
    const { refresh_token } = await app.tokens(person);
    for (const { aadsts } of met('token')) {
      tenant.control.answerWith(null, { aadsts });
      const description = String((await app.refresh(refresh_token)).json().error_description);
      expect(description).toMatch(new RegExp(`^AADSTS${aadsts}: \\S.+\\.\r\nTrace ID: `));
      expect(description).not.toMatch(/\w+_required|bad_token|ui_not_allowed|interrupted_user/);
    }
  });
});

describe('The token endpoint', () => {
  it.each(met('token'))('answers AADSTS$aadsts in Entra’s shape', async ({ row, aadsts }) => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.answerWith(person, { aadsts, at: 'token' });
    const answer = await app.refresh(refresh_token);
    expect(answer.status).toBe(row.status ?? 400);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': expect.stringContaining('chrome-extension'),
      'x-ms-clitelem': `1,${aadsts},0,,`,
      ...(row.headers ? { 'retry-after': row.headers['Retry-After'] } : {}),
    });
    const told = answer.json();
    expect(told).toEqual({
      error: row.errors?.[aadsts] ?? row.error,
      error_description: `${String(told.error_description).split('\r\n')[0]}\r\nTrace ID: ${told.trace_id}\r\nCorrelation ID: ${told.correlation_id}\r\nTimestamp: ${told.timestamp}`,
      error_codes: [aadsts],
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
      trace_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      correlation_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      error_uri: `https://login.microsoftonline.com/error?code=${aadsts}`,
      ...(row.suberror ? { suberror: row.suberror } : {}),
      ...(row.claims ? { claims: row.claims } : {}),
    });
  });

  it('limits a failure to one person, uses up no token, and ends on demand', async () => {
    const code = await app.code(person);
    const theirs = await createApp(tenant).tokens(other);
    tenant.control.answerWith(person, { aadsts: 50132 });
    expect((await app.redeem(code)).json().error_codes).toEqual([50132]);
    expect((await app.refresh(theirs.refresh_token)).status).toBe(200);
    tenant.control.answerWith(person, null);
    expect((await app.redeem(code)).status).toBe(200);
    expect(tenant.control.log.map(({ aadsts }) => aadsts)).toContain(50132);
  });

  it('sends a failure to everybody with exceptions, until a reset', async () => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.answerWith(null, { aadsts: 90033 });
    tenant.control.answerWith(person, { aadsts: 50057 });
    expect((await app.refresh(refresh_token)).json().error_codes).toEqual([50057]);
    expect((await app.refresh('nonsense')).json().error_codes).toEqual([90033]);
    tenant.control.reset();
    expect((await app.refresh(refresh_token)).json().error_codes).toEqual([70000]);
  });

  it('limits a failure to one grant', async () => {
    const { refresh_token } = await app.tokens(person);
    const code = await app.code(person);
    tenant.control.answerWith(person, { aadsts: 70043, grant: 'refresh' });
    expect((await app.refresh(refresh_token)).json().error_codes).toEqual([70043]);
    expect((await app.redeem(code)).status).toBe(200);
  });

  it.each([
    [{ aadsts: 50076, error: 'interaction_required' }, 'interaction_required', 'basic_action'],
    [{ aadsts: 50196, error: 'temporarily_unavailable' }, 'temporarily_unavailable', undefined],
    [{ aadsts: 70008, suberror: 'bad_token' }, 'invalid_grant', 'bad_token'],
    [{ aadsts: 53003, suberror: null }, 'invalid_grant', undefined],
  ])('answers %o in the requested shape', async (choice, error, suberror) => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.answerWith(person, choice);
    const told = (await app.refresh(refresh_token)).json();
    expect([told.error, told.suberror]).toEqual([error, suberror]);
  });

  it.each([
    [{ aadsts: 1 }, 'on no row'],
    [{ aadsts: 54005, at: 'authorize' as const }, 'at token only'],
    [{ aadsts: 65004, at: 'token' as const }, 'at authorize only'],
  ])('refuses %o as a failure that never happens', (choice, words) => {
    expect(() => tenant.control.answerWith(person, choice)).toThrow(words);
    expect(tenant.control.state().people[0]?.answerWith).toEqual({ token: null, authorize: null });
  });
});

describe('The authorization endpoint', () => {
  const isByRedirect = ({ row }: (typeof cases)[number]) => !row.at.includes('page');

  it.each(met('authorize'))('tells the app AADSTS$aadsts in a silent request', async ({ row, aadsts }) => {
    tenant.control.answerWith(null, { aadsts, at: 'authorize' });
    const told = redirectParams(await open({ prompt: 'none' }));
    expect(told.get('error')).toBe(row.redirectError ?? row.errors?.[aadsts] ?? row.error);
    expect(told.get('suberror')).toBe(row.suberror ?? null);
    expect(told.get('claims')).toBe(row.claims ?? null);
    expect(told.get('state')).toBe('a-state');
    expect(told.get('error_description')).toContain(`AADSTS${aadsts}: `);
  });

  it.each(met('authorize').filter(isByRedirect))(
    'tells the app AADSTS$aadsts from a window',
    async (each) => {
      tenant.control.answerWith(null, { aadsts: each.aadsts, at: 'authorize' });
      expect(redirectParams(await open()).get('error_description')).toContain(`AADSTS${each.aadsts}: `);
    },
  );

  it.each(met('page'))('explains AADSTS$aadsts in a window on a page', async ({ aadsts }) => {
    tenant.control.answerWith(null, { aadsts, at: 'authorize' });
    const page = await open();
    expect(page.status).toBe(200);
    expect(errorOn(page)).toContain(`AADSTS${aadsts}: `);
    expect(page.text).toContain('Trace ID');
  });

  it.each([90094, 90093, 90095, 900941])('leads back from AADSTS%s as a cancel', async (aadsts) => {
    tenant.control.answerWith(null, { aadsts, at: 'authorize' });
    const told = redirectParams({ ...(await open()), url: linkOn(await open(), 'cancel') });
    expect(Object.fromEntries(told)).toEqual({
      error: 'access_denied',
      error_subcode: 'cancel',
      state: 'a-state',
    });
  });

  it('answers no silent request with a failure for which Entra only has a page', async () => {
    tenant.control.answerWith(null, { aadsts: 50011 });
    expect(errorOn(await open({ prompt: 'none' }))).toContain('AADSTS50011');
  });

  it('waits with a person’s failure until it is known who signs in', async () => {
    tenant.control.answerWith(person, { aadsts: 53003, at: 'authorize' });
    const page = await open();
    expect(shows(page, 'account')).toBe(true);
    expect(errorOn(await enterCredentials(app.browser, page, person))).toContain('AADSTS53003');
    const told = redirectParams(await open({ prompt: 'none' }));
    expect([told.get('error'), told.get('suberror')]).toEqual(['interaction_required', 'message_only']);
    app.browser.forgetCookies();
    expect(redirectParams(await app.signIn(other)).has('code')).toBe(true);
  });

  it('sends a person’s failure at once if the app names the person', async () => {
    tenant.control.answerWith(person, { aadsts: 50076, at: 'authorize' });
    const told = redirectParams(await open({ login_hint: person.userPrincipalName }));
    expect(told.get('suberror')).toBe('basic_action');
    expect(shows(await open({ login_hint: other.userPrincipalName }), 'account')).toBe(true);
  });

  it('keeps its failure beside that of the token endpoint until both are removed', async () => {
    const { refresh_token } = await app.tokens(person);
    tenant.control.answerWith(person, { aadsts: 700084 });
    tenant.control.answerWith(person, { aadsts: 50058, at: 'authorize' });
    expect((await app.refresh(refresh_token)).json().error_codes).toEqual([700084]);
    expect(redirectParams(await open({ prompt: 'none' })).get('error')).toBe('login_required');
    tenant.control.answerWith(person, null);
    expect((await app.refresh(refresh_token)).status).toBe(200);
    expect(redirectParams(await open({ prompt: 'none' })).has('code')).toBe(true);
  });

  it('checks the redirect URI before any failure', async () => {
    tenant.control.answerWith(null, { aadsts: 50058 });
    expect(errorOn(await open({ redirect_uri: 'https://elsewhere.example/' }))).toContain('AADSTS50011');
  });
});
