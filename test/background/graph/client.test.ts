import { describe, expect, it } from 'vitest';
import { hasRefreshToken } from '../../../background/auth/credential.ts';
import type { ChallengeOptions } from '../../../demo/tenant/index.ts';
import { defer } from '../../fakes/deferred.ts';
import { fake } from '../../fakes/fake-browser.ts';
import { minutes, setUpWorld } from '../../fakes/world.ts';
import { allow } from '../auth/consents.ts';

const world = setUpWorld();
const member = () => world.someone('member');
const INBOX = '/v1.0/me/mailFolders';
const refused = { error: { code: 'InvalidAuthenticationToken', message: 'Call 0800' } };

/** What was asked of Graph and of the token endpoint since the last look. */
let seen = { graph: 0, token: 0 };
function news() {
  const { graph, token } = world.tenant.control.counters;
  const since = { graph: graph - seen.graph, token: token - seen.token };
  seen = { graph, token };
  return since;
}

async function withInbox() {
  // So that one window is enough.
  world.tenant.control.consentForOrganisation(['Mail.ReadBasic', 'Calendars.ReadBasic']);
  const { background, id } = await world.signedIn();
  world.passTime(minutes(1));
  news();
  return { background, id, read: () => background.handlers.getInbox(id) };
}

/** The claims about the access token in the last token request. */
const claimsSent = () => JSON.parse(world.network.tokenForms.at(-1)?.get('claims') ?? '{}').access_token;
/** The same in the address that the last window was opened on. */
const claimsShown = () =>
  JSON.parse(world.person.addresses.at(-1)?.searchParams.get('claims') ?? '{}').access_token;
const plain = { xms_cc: { values: ['CP1'] } };

/** A text of the server that must not get into what Lanyard says; no id that is drawn by chance has it in it. */
const HELPLINE = 'Call 0800 111 222 333';

function challengeFor(claims: object) {
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');
  const header = `Bearer realm="", error="insufficient_claims", claims="${encoded}"`;
  return { status: 401, headers: { 'WWW-Authenticate': header }, body: refused };
}

describe('A token that Graph refuses', () => {
  it.each([
    ['with a header that asks for no claims (N13)', { 'WWW-Authenticate': 'Bearer realm=""' }],
    ['without a header (N18)', {}],
    ['with an unreadable header (N18)', { 'WWW-Authenticate': 'Bearer error="insufficient_claims, é' }],
  ])('is renewed once, and then the session has ended, if the refusal comes %s', async (_, headers) => {
    const { id, read } = await withInbox();
    world.tenant.control.faults.graph['/'] = { status: 401, headers, body: refused };
    expect(await read()).toMatchObject({
      obstacle: { reason: 'session-ended', purpose: 'mail-list', detail: 'Graph 401' },
    });
    expect(news()).toEqual({ graph: 2, token: 1 });
    expect(fake.session.items).not.toHaveProperty([`tokens:${id}`]);
    for (let count = 0; count < 3; count += 1) {
      expect(await read()).toMatchObject({ obstacle: { reason: 'session-ended' } });
    }
    const next = await world.wake();
    expect(await next.handlers.getInbox(id)).toMatchObject({ obstacle: { reason: 'session-ended' } });
    expect(news()).toEqual({ graph: 0, token: 0 });
    expect(world.person.silentFlows).toBe(0);
    expect(await next.handlers.getSession()).toMatchObject({ status: 'signed-in', account: { id } });
    expect(hasRefreshToken((await next.services.holdings.credential(id)) ?? {})).toBe(true);
    world.tenant.control.faults.graph = {};
    await allow(next, id, 'mail-list');
    expect(await next.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
  });
});

describe('A claims challenge', () => {
  const shapes: ChallengeOptions[] = [
    { shape: 'single' },
    { shape: 'several-schemes' },
    { shape: 'unpadded' },
    { status: 403 },
    { status: 403, shape: 'several-schemes' },
    { claims: { access_token: { acrs: { essential: true, value: 'c1' } } } },
  ];

  it.each(shapes)(
    'has its claims requested as JSON, and the request is repeated exactly once: %o (N14, T39)',
    async (options) => {
      const { read } = await withInbox();
      world.tenant.control.challenge(member(), options);
      expect(await read()).toMatchObject({ kind: 'ready' });
      expect(news()).toEqual({ graph: 2, token: 1 });
      const wanted = options.claims?.access_token ?? {
        nbf: { essential: true, value: expect.stringMatching(/^\d{10}$/) },
      };
      expect(claimsSent()).toMatchObject({ ...plain, ...wanted });
      expect(await read()).toMatchObject({ kind: 'ready' });
      expect(news()).toEqual({ graph: 1, token: 0 });
    },
  );

  it.each([401, 403] as const)(
    'leads to a renewal even without claims, with status %i (N14)',
    async (status) => {
      const { read } = await withInbox();
      world.tenant.control.challenge(member(), { status, shape: 'no-claims' });
      expect(await read()).toMatchObject({ kind: 'ready' });
      expect(news()).toEqual({ graph: 2, token: 1 });
      expect(claimsSent()).toEqual(plain);
    },
  );

  it('costs one token request and one more Graph request for five callers at once (S2)', async () => {
    const { read } = await withInbox();
    const { control } = world.tenant;
    const hold = defer();
    control.challenge(member());
    control.faults.delay.token = hold.promise;
    const replies = Promise.all([1, 2, 3, 4, 5].map(() => read()));
    await expect.poll(() => control.log.filter(({ status }) => status === 401).length).toBe(1);
    hold.resolve();
    expect((await replies).map(({ kind }) => kind)).toEqual(Array(5).fill('ready'));
    expect(news()).toEqual({ graph: 2, token: 1 });
  });

  it('ends silent renewal if it refuses a fresh token: the next window carries the claims, and none after it (N14)', async () => {
    const acrs = { essential: true, value: 'c1' };
    const { id, read } = await withInbox();
    world.tenant.control.faults.graph[INBOX] = challengeFor({ access_token: { acrs } });
    expect(await read()).toMatchObject({ obstacle: { reason: 'session-ended', purpose: 'mail-list' } });
    expect(news()).toEqual({ graph: 2, token: 1 });
    expect(claimsSent()).toEqual({ ...plain, acrs });
    expect(await read()).toMatchObject({ obstacle: { reason: 'session-ended' } });
    expect(news()).toEqual({ graph: 0, token: 0 });

    world.tenant.control.faults.graph = {};
    const next = await world.wake();
    await allow(next, id, 'mail-list');
    expect(claimsShown()).toEqual({ ...plain, acrs });
    expect(await next.handlers.getInbox(id)).toMatchObject({ kind: 'ready' });
    await allow(next, id, 'mail-list');
    expect(claimsShown()).toEqual(plain);
    expect(await next.services.book.find(id)).not.toBeNull();
  });

  it('gives way to the claims of Entra, which the window carries (N14)', async () => {
    const { background, id, read } = await withInbox();
    world.person.forgetCookies();
    world.tenant.control.challenge(member());
    world.tenant.control.answerWith(member(), { aadsts: 50076, grant: 'refresh' });
    expect(await read()).toMatchObject({ obstacle: { reason: 'extra-check' } });
    expect(news()).toEqual({ graph: 1, token: 1 });
    world.tenant.control.answerWith(member(), null);
    await allow(background, id, 'mail-list');
    expect(claimsShown()).toEqual({ ...plain, capolids: expect.objectContaining({ essential: true }) });
    expect(await read()).toMatchObject({ kind: 'ready' });
  });

  it.each([
    ['no object', '"a"'],
    ['nothing', '{}'],
    ['more than 8 KiB', JSON.stringify({ access_token: 'x'.repeat(9000) })],
    ['no JSON', '{"access_token":'],
  ])('passes no claims on that are %s (N14)', async (_, claims) => {
    const { read } = await withInbox();
    const encoded = Buffer.from(claims).toString('base64');
    const header = `Bearer error="insufficient_claims", claims="${encoded}"`;
    world.tenant.control.faults.graph[INBOX] = {
      status: 401,
      headers: { 'WWW-Authenticate': header },
      body: refused,
    };
    expect(await read()).toMatchObject({ obstacle: { reason: 'session-ended' } });
    expect(news()).toEqual({ graph: 2, token: 1 });
    expect(claimsSent()).toEqual(plain);
  });
});

describe('A failing answer of Graph', () => {
  it('leads to no request for a token or consent if it is a 403, and other panels keep working (N15)', async () => {
    const { background, id, read } = await withInbox();
    world.tenant.control.faults.graph[INBOX] = { status: 403, body: { error: { code: 'accessDenied' } } };
    for (let count = 0; count < 3; count += 1) {
      expect(await read()).toMatchObject({
        obstacle: { reason: 'no-access', detail: 'Graph 403', purpose: 'mail-list' },
      });
      expect(news()).toEqual({ graph: 1, token: 0 });
    }
    expect(await background.handlers.getProfile(id)).toMatchObject({ kind: 'ready' });
    expect(world.person.windows).toBe(1);
  });

  it.each([
    ['a page of the hotel', { status: 200, body: `<h1>Welcome</h1>${HELPLINE}` }, 'network-sign-in', 2],
    [
      'the way to it',
      { status: 302, body: '', headers: { Location: 'https://h.example' } },
      'network-sign-in',
      2,
    ],
    ['JSON of another shape', { status: 200, body: { value: HELPLINE } }, 'microsoft-unavailable', 1],
    ['an outage', { status: 503, body: {}, headers: { 'Retry-After': '7' } }, 'microsoft-unavailable', 4],
    ['a pause', { status: 429, body: {}, headers: { 'Retry-After': '7' } }, 'throttled', 4],
    ['nothing at all', { status: 404, body: { error: { message: HELPLINE } } }, 'not-found', 1],
    ['half of it', 'truncate', 'network-sign-in', 2],
    ['no answer', 'reset', 'offline', 1],
  ] as const)('costs no token if it is %s (N5, N6, N8)', async (_, fault, reason, requests) => {
    const { background, id } = await withInbox();
    const read = () => background.handlers.getCalendar(id);
    world.tenant.control.faults.graph['/v1.0/me/calendarView'] = fault;
    const reply = await read();
    expect(reply).toMatchObject({ obstacle: { reason } });
    if (typeof fault === 'object' && 'headers' in fault && 'Retry-After' in fault.headers) {
      expect(reply).toMatchObject({ obstacle: { retryAt: Date.now() + 7000 } });
    }
    expect(news()).toEqual({ graph: requests, token: 0 });
    expect(JSON.stringify(reply)).not.toContain(HELPLINE);
    world.tenant.control.faults.graph = {};
    expect(await read()).toMatchObject({ kind: 'ready' });
  });

  it('is not followed if it redirects elsewhere, and the token is not sent on (N17)', async () => {
    const { read } = await withInbox();
    const headers = { Location: 'https://evil.example/photo' };
    world.tenant.control.faults.graph[INBOX] = { status: 302, headers, body: '' };
    expect(await read()).toMatchObject({ kind: 'obstacle' });
    expect(news()).toEqual({ graph: 1, token: 0 });
    expect(world.network.asked.filter((url) => url.includes('evil.example'))).toEqual([]);
  });

  it('is shown with the ids that support needs, and with no other text of the server', async () => {
    const { read } = await withInbox();
    world.tenant.control.faults.graph[INBOX] = { status: 403, body: refused };
    const reply = await read();
    expect(reply).toEqual({
      kind: 'obstacle',
      obstacle: {
        reason: 'no-access',
        detail: 'Graph 403',
        purpose: 'mail-list',
        incident: {
          correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          traceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          at: Date.now(),
        },
      },
    });
  });
});
