import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { entraHost, organisation, type Tenant } from '../../../demo/tenant/index.ts';
import { type App, createApp, redirectUri, start } from './app.ts';
import { enterCredentials, errorOn, redirectParams, shows } from './form-browser.ts';

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

const signInPage = (params?: Record<string, string>, authority?: string) =>
  app.browser.open(app.authorizeUrl(params, authority));

describe('A sign-in', () => {
  it('returns in the fragment code, client_info, state and session_state and nothing else', async () => {
    const member = app.person('member');
    const answer = await app.signIn(member);
    const params = redirectParams(answer);
    expect(answer.url.startsWith(`${redirectUri}#code=`)).toBe(true);
    expect([...params.keys()]).toEqual(['code', 'client_info', 'state', 'session_state']);
    expect(params.get('state')).toBe('a-state');
    expect(JSON.parse(Buffer.from(params.get('client_info') ?? '', 'base64url').toString())).toEqual({
      uid: member.oid,
      utid: member.tid,
    });
  });

  it('returns in the query, with an empty fragment, by default or if the app asks for it', async () => {
    for (const response_mode of ['query', undefined]) {
      const answer = await app.signIn(app.person('member'), { response_mode });
      expect(answer.url).toMatch(/\/\?code=[^#]+#$/);
      expect(redirectParams(answer).get('state')).toBe('a-state');
    }
  });

  it('marks every page as a local test tenant, forbids scripts and is never cached', async () => {
    const page = await signInPage();
    expect(page.text).toContain('Local test tenant');
    expect(page.text).toContain('not Microsoft');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).not.toContain('script-src');
    expect(page.headers['cache-control']).toContain('no-store');
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('lists the accounts, and asks again for an account that does not exist', async () => {
    const page = await signInPage();
    for (const { userPrincipalName } of tenant.people) expect(page.text).toContain(userPrincipalName);
    const again = await app.browser.submit(page, { choice: 'next', account: '<b>nobody</b>' });
    expect(again.status).toBe(200);
    expect(errorOn(again)).toContain('couldn’t find');
    expect(again.text).toContain('value="&lt;b&gt;nobody&lt;/b&gt;"');
  });

  it('stays on the password page after a wrong password', async () => {
    const person = app.person('member');
    const again = await enterCredentials(app.browser, await signInPage(), { ...person, password: 'wrong' });
    expect(errorOn(again)).toContain('incorrect');
    expect(shows(again, 'password')).toBe(true);
    const next = await app.browser.submit(again, { choice: 'next', password: person.password });
    expect(shows(next, 'accept')).toBe(true);
  });

  it.each(['account', 'password'])(
    'tells the app access_denied with subcode cancel from the %s page',
    async (at) => {
      let page = await signInPage();
      if (at === 'password') {
        page = await app.browser.submit(page, {
          choice: 'next',
          account: app.person('member').userPrincipalName,
        });
      }
      const params = redirectParams(await app.browser.submit(page, { choice: 'cancel' }));
      expect(Object.fromEntries(params)).toEqual({
        error: 'access_denied',
        error_subcode: 'cancel',
        state: 'a-state',
      });
    },
  );

  it('refuses a form without the cookie of its sign-in', async () => {
    const page = await signInPage();
    app.browser.forgetCookies();
    const answer = await app.browser.submit(page, { choice: 'next', account: 'x' });
    expect(answer.status).toBe(200);
    expect(errorOn(answer)).toContain('This sign-in has ended');
  });

  it('explains when a person goes back to a finished one', async () => {
    const page = await signInPage();
    await app.browser.submit(page, { choice: 'cancel' });
    const resume = page.url.replace('/common/login/', '/common/oauth2/v2.0/authorize/');
    for (const url of [page.url, resume]) {
      const again = await app.browser.open(url);
      expect(again.status).toBe(200);
      expect(errorOn(again)).toContain('This sign-in has ended');
    }
  });

  it('fills in the account of a login_hint, in either form', async () => {
    const person = app.person('administrator');
    const { id_token } = await app.tokens(person);
    const claims = JSON.parse(Buffer.from(String(id_token).split('.')[1] ?? '', 'base64url').toString());
    app.browser.forgetCookies();
    for (const login_hint of [person.userPrincipalName, String(claims.login_hint)]) {
      expect((await signInPage({ login_hint })).text).toContain(`value="${person.userPrincipalName}"`);
    }
  });
});

describe('An authority', () => {
  it.each([
    ['organizations', 'personal', 'personal account'],
    ['consumers', 'member', 'work or school account'],
    [organisation.tid, 'personal', 'personal account'],
  ] as const)('%s explains on the page why a %s account is turned away', async (authority, kind, words) => {
    const page = await signInPage({}, authority);
    const account = app.person(kind).userPrincipalName;
    const answer = await app.browser.submit(page, { choice: 'next', account });
    expect(errorOn(answer)).toContain(words);
    expect(shows(answer, 'account')).toBe(true);
  });

  it.each([organisation.domain.toUpperCase(), organisation.tid.toUpperCase(), 'Organizations', 'COMMON'])(
    '%s is found in any letter case',
    async (authority) => {
      expect(shows(await signInPage({}, authority), 'account')).toBe(true);
    },
  );

  it('is explained on a page if it does not exist', async () => {
    const page = await signInPage({}, 'nowhere.example');
    expect(page.status).toBe(200);
    expect(errorOn(page)).toContain("AADSTS90002: Tenant 'nowhere.example' not found");
  });
});

describe('A browser session', () => {
  const member = () => app.person('member');
  const administrator = () => app.person('administrator');

  it('answers without a page while one account is signed in', async () => {
    await app.signIn(member());
    expect(redirectParams(await signInPage()).get('code')).not.toBeNull();
    expect(redirectParams(await signInPage({ prompt: 'none' })).get('code')).not.toBeNull();
  });

  it('asks for the password again if the app requests a login', async () => {
    await app.signIn(member());
    const page = await signInPage({ prompt: 'login' });
    expect(shows(page, 'account')).toBe(true);
    const sneaky = { choice: '', step: 'pick', account: member().userPrincipalName };
    expect(shows(await app.browser.submit(page, sneaky), 'password')).toBe(true);
  });

  it('offers the signed-in account and another one if the app requests a choice', async () => {
    await app.signIn(member());
    const page = await signInPage({ prompt: 'select_account' });
    expect(page.text).toContain(`data-account="${member().userPrincipalName}"`);
    expect(shows(page, 'use-another-account')).toBe(true);
    const chosen = await app.browser.submit(page, { account: member().userPrincipalName });
    expect(redirectParams(chosen).get('code')).not.toBeNull();
  });

  async function signInBoth() {
    await app.signIn(member());
    const other = await app.browser.submit(await signInPage({ prompt: 'select_account' }), {
      choice: 'other',
    });
    const consent = await enterCredentials(app.browser, other, administrator());
    return app.browser.submit(consent, { choice: 'accept' });
  }

  it('accepts a second account, and then asks which', async () => {
    const second = redirectParams(await signInBoth());
    expect(JSON.parse(Buffer.from(second.get('client_info') ?? '', 'base64url').toString()).uid).toBe(
      administrator().oid,
    );
    const page = await signInPage();
    for (const person of [member(), administrator()]) {
      expect(page.text).toContain(`data-account="${person.userPrincipalName}"`);
    }
    const silent = redirectParams(await signInPage({ prompt: 'none' }));
    expect(silent.get('error')).toBe('login_required');
  });

  it('answers with the account of the hint if there are several', async () => {
    await signInBoth();
    for (const person of [member(), administrator()]) {
      const silent = redirectParams(
        await signInPage({ prompt: 'none', login_hint: person.userPrincipalName }),
      );
      expect(JSON.parse(Buffer.from(silent.get('client_info') ?? '', 'base64url').toString()).uid).toBe(
        person.oid,
      );
    }
  });

  it('offers only accounts that the authority accepts', async () => {
    await app.signIn(app.person('personal'));
    expect(shows(await signInPage({}, 'organizations'), 'account')).toBe(true);
    expect(redirectParams(await signInPage({ prompt: 'none' }, 'organizations')).get('error')).toBe(
      'login_required',
    );
    expect(redirectParams(await signInPage({ prompt: 'none' }, 'consumers')).get('code')).not.toBeNull();
  });

  it('ends at sign-out and redirects to a registered address', async () => {
    await app.signIn(member());
    const logout = `https://${entraHost}/common/oauth2/v2.0/logout`;
    const query = new URLSearchParams({ post_logout_redirect_uri: redirectUri, state: 'bye' });
    expect((await app.browser.open(`${logout}?${query}`)).url).toBe(`${redirectUri}?state=bye`);
    expect(redirectParams(await signInPage({ prompt: 'none' })).get('error')).toBe('login_required');
  });

  it('ends at sign-out without a redirect to an address that is not registered', async () => {
    await app.signIn(member());
    const query = new URLSearchParams({ post_logout_redirect_uri: 'https://elsewhere.example/' });
    const page = await app.browser.open(`https://${entraHost}/common/oauth2/v2.0/logout?${query}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('You signed out');
    expect(redirectParams(await signInPage({ prompt: 'none' })).get('error')).toBe('login_required');
  });

  it('drops only the hinted account at sign-out', async () => {
    await signInBoth();
    const query = new URLSearchParams({ logout_hint: administrator().userPrincipalName });
    await app.browser.open(`https://${entraHost}/common/oauth2/v2.0/logout?${query}`);
    const silent = redirectParams(await signInPage({ prompt: 'none' }));
    expect(JSON.parse(Buffer.from(silent.get('client_info') ?? '', 'base64url').toString()).uid).toBe(
      member().oid,
    );
  });
});
