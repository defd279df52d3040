import { request } from 'node:http';
import { Script } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failureRows, type Person, startTenant, type Tenant } from '../../../demo/tenant/index.ts';
import { createApi } from '../../../demo/tenant/switchboard/page/api.ts';
import {
  failureMenu,
  nameFailure,
  placesOf,
  toChoice,
} from '../../../demo/tenant/switchboard/page/failure-menu.ts';
import { otherFaults } from '../../../demo/tenant/switchboard/page/faults.ts';
import { dropKey, takeKey } from '../../../demo/tenant/switchboard/page/key.ts';
import { mergeLog, toLine } from '../../../demo/tenant/switchboard/page/log-lines.ts';
import { orders } from '../../../demo/tenant/switchboard/page/orders.ts';
import { describeUnusual, nameShift } from '../../../demo/tenant/switchboard/page/standing.ts';
import { type App, clientId, createApp, redirectUri } from './app.ts';

const files = ['/', '/switchboard.js', '/switchboard.css'];
let tenant: Tenant;
let api: { url: string; key: string };
let app: App;
let mira: Person;

beforeAll(async () => {
  tenant = await startTenant({ clientId, redirectUris: [redirectUri], controlApi: true });
  if (!tenant.controlApi) throw new Error('no control API was started');
  api = tenant.controlApi;
});
afterAll(() => tenant.stop());
beforeEach(() => {
  tenant.control.reset();
  app = createApp(tenant);
  mira = app.person('member');
});

const get = (path: string, options?: RequestInit) => fetch(api.url + path, options);

/** The status of an answer to a request that names some host. */
const statusFor = (path: string, Host: string) =>
  new Promise((resolve, reject) => {
    request(api.url + path, { headers: { Host } }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });

describe('The page of the switchboard', () => {
  it.each(files)('serves %s without a key, and lets it connect only to its own origin', async (path) => {
    const answer = await get(path, { headers: { Origin: 'https://evil.example' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/(html|javascript|css); charset=utf-8$/);
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'",
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each(files)('does not serve %s under another name', async (path) => {
    expect(await statusFor(path, 'evil.example')).toBe(421);
    expect(await statusFor(path, `localhost:${new URL(api.url).port}`)).toBe(421);
  });

  it('has a script that parses, and nothing inline', async () => {
    const [page = '', script = '', style = ''] = await Promise.all(
      files.map(async (path) => (await get(path)).text()),
    );
    expect([...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, path]) => path).sort()).toEqual(
      files.slice(1).sort(),
    );
    expect(page).not.toMatch(/<style|<script>|\s(style|on\w+)=/);
    expect(() => new Script(script)).not.toThrow();
    expect(style).toContain('color-scheme: light dark');
  });

  it.each([
    ['GET', '/state'],
    ['GET', '/failure-rows'],
    ['POST', '/'],
    ['HEAD', '/'],
    ['GET', '//'],
    ['GET', '/index.html'],
    ['GET', '/switchboard.js/../state'],
    ['POST', '/reset'],
  ])('keeps %s %s behind the key', async (method, path) => {
    tenant.control.clock.advance(5000);
    expect((await get(path, { method })).status).toBe(401);
    expect(tenant.control.clock.shift).toBe(5000);
  });

  it('never gets the key from the server, nor does any other page', async () => {
    const headers = { Authorization: `Bearer ${api.key}` };
    const answers = [
      ...files.map((path) => get(path)),
      ...files.map((path) => get(`${path}?${api.key}`, { headers })),
      ...['/state', '/log', '/nowhere', '/reset'].map((path) => get(path, { headers })),
      get('/state', { headers: { Authorization: `Basic ${api.key}` } }),
    ];
    for (const answer of await Promise.all(answers)) {
      expect(JSON.stringify([...answer.headers]) + (await answer.text())).not.toContain(api.key);
    }
  });
});

describe('The key', () => {
  function open(hash: string, stored: string | null = null) {
    const kept = new Map(stored === null ? [] : [['switchboard-key', stored]]);
    const shown: string[] = [];
    return {
      kept,
      shown,
      location: { hash, pathname: '/' },
      history: { replaceState: (_data: null, _unused: string, url: string) => void shown.push(url) },
      sessionStorage: {
        getItem: (name: string) => kept.get(name) ?? null,
        setItem: (name: string, value: string) => void kept.set(name, value),
        removeItem: (name: string) => void kept.delete(name),
      },
    };
  }

  it('moves from the address bar into the tab, and survives a reload', () => {
    const first = open('#abc', 'of an earlier run');
    expect(takeKey(first)).toBe('abc');
    expect(first.shown).toEqual(['/']);
    const [stored = ''] = first.kept.values();
    expect(takeKey(open('', stored))).toBe('abc');
    expect(takeKey(open(''))).toBeNull();
    dropKey(first);
    expect(first.kept.size).toBe(0);
  });
});

describe('A lever of the page', () => {
  it.each([
    ['Mira: needs a second step', orders.flip('mira', 'require-mfa', true)],
    ['Mira: is disabled', orders.flip('mira', 'disable-account', true)],
    ['Mira: is deleted', orders.flip('mira', 'delete-account', true)],
    ['Mira: has an expired password', orders.flip('mira', 'expire-password', true)],
    ['Mira: is not assigned to Lanyard', orders.flip('mira', 'assign', false)],
    ['Mira: refreshes get 50076', orders.answerWith('mira', toChoice(50076, 'token-refresh'))],
    ['Everybody: sign-ins get 50058', orders.answerWith(null, toChoice(50058, 'authorize'))],
    ['Consent: Administrators only', orders.setPolicy('administrator')],
    ['Network cut', orders.cutNetwork(true)],
    ['Token endpoint: 429 for 9 s', orders.throttle('token', 9)],
    ['Graph: 429 for 9 s', orders.throttle('graph', 9.4)],
    ['Sign-in pages: 1.5 s late', orders.delay('authorize', 1.5)],
    ['Clock +1 d', orders.advanceClock(24)],
  ])('shows as "%s" until everything is reset', async (words, order) => {
    const page = createApi(api.key, api.url);
    await page.send(order);
    expect(describeUnusual(await page.readState())).toEqual([words]);
    await page.send(orders.reset());
    expect(describeUnusual(await page.readState())).toEqual([]);
  });

  it.each([
    orders.answerWith('mira', null),
    orders.answerWith(null, null),
    orders.throttle('token', null),
    orders.delay('graph', null),
    orders.cutNetwork(false),
    orders.rotateKeys(),
    orders.pull('mira', 'end-session'),
    orders.pull('mira', 'expire-refresh-tokens'),
    orders.pull('mira', 'revoke-refresh-tokens'),
    orders.pull('mira', 'revoke-sessions'),
    orders.challenge('mira', { status: 403, shape: 'several-schemes' }),
  ])('can ask for $path', async (order) => {
    await expect(createApi(api.key, api.url).send(order)).resolves.toEqual({});
  });

  it('grants and revokes consents', async () => {
    const page = createApi(api.key, api.url);
    await app.tokens(mira, { scope: 'openid User.Read Mail.Read' });
    await page.send(orders.revokeConsent('mira', ['Mail.Read']));
    await page.send(orders.grantForEverybody(['Calendars.Read']));
    const { people, organisationConsents } = await page.readState();
    expect(people[0]?.consents.own).not.toContain('Mail.Read');
    expect(people[0]?.consents.own).toContain('User.Read');
    expect(organisationConsents).toContain('Calendars.Read');
    await page.send(orders.revokeConsent('mira'));
    await page.send(orders.revokeForEverybody());
    expect((await page.readState()).people[0]?.consents).toEqual({ own: [], organisation: [] });
  });

  it('shows a new password, and the tenant’s answer to a refused order', async () => {
    const page = createApi(api.key, api.url);
    expect(await page.send(orders.pull('mira', 'change-password'))).toEqual({ password: mira.password });
    await expect(page.send(orders.grantForEverybody(['Kettle.Boil']))).rejects.toThrow('scopes.0');
    await expect(createApi('another', api.url).readState()).rejects.toMatchObject({ isKeyWrong: true });
    await expect(createApi(api.key, 'http://127.0.0.1:1').readState()).rejects.toThrow('does not answer');
  });
});

describe('The menu of failures', () => {
  const numbers = failureRows.flatMap(({ codes }) => codes);

  it('has every number once, each by a name of its own', () => {
    expect(failureMenu.flatMap(({ options }) => options.map(({ aadsts }) => aadsts))).toEqual(numbers);
    const names = numbers.map(nameFailure);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('not on the list');
  });

  it('offers each number only for the endpoints that send it', () => {
    for (const aadsts of numbers) {
      const choices = placesOf(aadsts).map((place) => toChoice(aadsts, place));
      expect(choices, `${aadsts}`).not.toEqual([]);
      for (const choice of choices) tenant.control.answerWith(mira, choice);
    }
  });
});

describe('The state on the page', () => {
  it('includes faults without a lever, and none that has one', () => {
    tenant.control.throttle('graph', 5);
    tenant.control.faults.idToken = 'expired';
    tenant.control.faults.graph['/v1.0/me'] = 'reset';
    expect(otherFaults(tenant.control.state().faults)).toEqual(['idToken: expired', 'graph /v1.0/me: reset']);
  });

  it('lists requests in words, between the orders of the page', async () => {
    const { refresh_token } = await app.tokens(mira, {
      scope: 'openid https://graph.microsoft.com/User.Read',
    });
    tenant.control.answerWith(mira, { aadsts: 50076 });
    await app.refresh(refresh_token);
    await app.graph('/v1.0/me?$select=id', 'nonsense');
    const { log, people } = await createApi(api.key, api.url).readState();
    const lines = log.map((entry) => toLine(entry, people));
    expect(lines[0]).toMatchObject({ who: 'Mira', what: 'authorize', scopes: ['openid', 'User.Read'] });
    expect(lines.at(-2)).toMatchObject({ who: 'Mira', what: 'token · refresh', status: 400, aadsts: 50076 });
    expect(lines.at(-1)).toMatchObject({ who: '', what: 'Graph GET /v1.0/me', status: 401, aadsts: null });
    const mark = { at: (lines[0]?.at ?? 0) - 1, text: 'done before' };
    expect(mergeLog(lines, [mark]).at(-1)).toBe(mark);
    expect(mergeLog(lines, [])[0]).toBe(lines.at(-1));
  });

  it('shows how far the clock was moved', () => {
    expect([0, 3_600_000, 90_000_000, -120_000].map(nameShift)).toEqual(['', '+1 h', '+1 d 1 h', '−2 min']);
  });
});
