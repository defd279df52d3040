import { type IncomingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { conformanceFaults, type Person, startTenant, type Tenant } from '../../../demo/tenant/index.ts';
import { type App, clientId, createApp, redirectUri } from './app.ts';
import { redirectParams } from './form-browser.ts';

let tenant: Tenant;
let api: { url: string; key: string };
let app: App;
let person: Person;

beforeAll(async () => {
  tenant = await startTenant({ clientId, redirectUris: [redirectUri], controlApi: true });
  if (!tenant.controlApi) throw new Error('no control API was started');
  api = tenant.controlApi;
});
afterAll(() => tenant.stop());
beforeEach(() => {
  tenant.control.reset();
  app = createApp(tenant);
  person = app.person('member');
});

interface ApiAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: unknown;
}

/** Asks as another process would; `raw` is sent as it is. */
function ask(
  method: string,
  path: string,
  { json, raw, headers = {} }: { json?: unknown; raw?: string; headers?: Record<string, string> } = {},
): Promise<ApiAnswer> {
  const body = json === undefined ? raw : JSON.stringify(json);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      api.url + path,
      {
        method,
        headers: {
          Authorization: `Bearer ${api.key}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
      },
      async (incoming) => {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming) chunks.push(chunk);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: JSON.parse(Buffer.concat(chunks).toString()),
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

describe('The control API', () => {
  it('is off unless requested, and listens on this machine alone', async () => {
    const plain = await startTenant({ clientId, redirectUris: [redirectUri] });
    expect(plain.controlApi).toBeNull();
    await plain.stop();
    expect(api.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(new URL(api.url).port).not.toBe(String(tenant.port));
  });

  it('has another key in every run and stops with the tenant', async () => {
    const other = await startTenant({ clientId, redirectUris: [redirectUri], controlApi: true });
    expect(other.controlApi?.key).not.toBe(api.key);
    expect(api.key.length).toBeGreaterThanOrEqual(43);
    await other.stop();
    await expect(fetch(`${other.controlApi?.url}/counters`)).rejects.toThrow('fetch failed');
  });

  it.each([
    ['no key', { Authorization: '' }],
    ['another key', { Authorization: 'Bearer nonsense' }],
    ['another scheme', { Authorization: 'Basic nonsense' }],
  ])('refuses %s', async (_what, headers) => {
    tenant.control.clock.advance(5000);
    const answer = await ask('POST', '/reset', { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(tenant.control.clock.shift).toBe(5000);
  });

  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1'])(
    'refuses a request for the host "%s", even with the key',
    async (Host) => {
      const answer = await ask('GET', '/log', { headers: { Host } });
      expect(answer.status).toBe(421);
      expect(answer.body).toEqual({ error: 'The control API does not answer for this host.' });
    },
  );

  it('takes no part in CORS', async () => {
    const Origin = 'https://evil.example';
    const preflight = await ask('OPTIONS', '/reset', {
      headers: { Origin, Authorization: '', 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.status).toBe(401);
    const plain = await ask('GET', '/counters', { headers: { Origin } });
    for (const { headers } of [preflight, plain]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it.each([
    ['POST', '/clock/advance', {}, 'milliseconds'],
    ['POST', '/clock/advance', { milliseconds: 'a day' }, 'milliseconds'],
    ['POST', '/clock/advance', { milliseconds: 1e300 }, 'milliseconds'],
    ['POST', '/reset', { everything: true }, 'everything'],
    ['POST', '/reset', [], 'object'],
    ['POST', '/reset', null, 'Object'],
    ['PATCH', '/faults', { idToken: 'wrong-shoe' }, 'idToken'],
    ['PATCH', '/faults', { kettle: true }, 'kettle'],
    ['PATCH', '/faults', { token: { status: 42, body: {} } }, 'token'],
    ['PATCH', '/faults', { graph: { me: 'reset' } }, 'graph.me'],
    ['PATCH', '/faults', { authorize: { status: 302, body: '', headers: { a: 'x\r\ny' } } }, 'authorize'],
    ['PATCH', '/faults', { refreshAs: 'nobody' }, 'There is nobody called "nobody", only mira, tomas'],
    ['POST', '/people/mira/revoke-consent', { scopes: 'Mail.Read' }, 'scopes'],
  ])('explains the mistake in %s %s %o', async (method, path, json, word) => {
    const answer = await ask(method, path, { json });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: expect.stringContaining(word) });
    expect(tenant.control.faults.idToken).toBeNull();
  });

  it.each([
    ['GET', '/nowhere', {}, 404, 'There is no "/nowhere" here.'],
    ['GET', '//', {}, 404, 'There is no "//" here.'],
    ['GET', '/reset', {}, 405, '"/reset" takes POST only.'],
    ['POST', '/people/nobody/end-session', {}, 404, 'There is nobody called "nobody"'],
    ['POST', '/reset', { raw: '{' }, 400, 'The body is not JSON.'],
    ['POST', '/reset', { raw: '{}', headers: { 'Content-Type': 'text/plain' } }, 400, 'application/json'],
  ])('answers %s %s %o with %i', async (method, path, options, status, word) => {
    const answer = await ask(method, path, options);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ error: expect.stringContaining(word) });
  });

  it('answers 400 to a body that is too large', async () => {
    const answer = await ask('POST', '/reset', { raw: `"${'x'.repeat(1_000_000)}"` });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: 'The body is too large.' });
  });
});

describe('The control API', () => {
  it('moves the clock', async () => {
    expect((await ask('POST', '/clock/advance', { json: { milliseconds: 86_400_000 } })).status).toBe(200);
    expect(tenant.control.clock.shift).toBe(86_400_000);
    expect((await ask('GET', '/clock')).body).toMatchObject({ shift: 86_400_000 });
  });

  it('sets and removes faults, several at a time', async () => {
    const busy = { status: 503, body: { error: 'temporarily_unavailable' }, headers: { 'Retry-After': '7' } };
    await ask('PATCH', '/faults', { json: { token: [null, busy, 'reset'], delay: { graph: 5 } } });
    await ask('PATCH', '/faults', { json: { refreshAs: 'tomas', graph: { '/v1.0/me': 'truncate' } } });
    const { faults } = tenant.control;
    expect(faults).toMatchObject({
      token: [null, busy, 'reset'],
      delay: { authorize: null, token: null, graph: 5 },
      graph: { '/v1.0/me': 'truncate' },
      refreshAs: { key: 'tomas' },
    });
    await ask('PATCH', '/faults', { json: { refreshAs: null } });
    expect(faults.refreshAs).toBeNull();
    await app.signIn(person);
    await ask('POST', '/reset');
    expect(faults).toMatchObject({ token: null, graph: {} });
    expect((await ask('GET', '/counters')).body).toEqual({ authorize: 0, token: 0, graph: 0 });
  });

  it.each(Object.entries(conformanceFaults))('sets the faults of %s', async (_test, faults) => {
    expect((await ask('PATCH', '/faults', { json: faults })).status).toBe(200);
    expect(tenant.control.faults).toMatchObject(faults);
  });

  it('ends sessions, and revokes or expires refresh tokens', async () => {
    const first = await app.tokens(person);
    await ask('POST', '/people/mira/expire-refresh-tokens');
    expect((await app.refresh(first.refresh_token)).json().error_codes).toEqual([700084]);
    const second = await app.tokens(person);
    await ask('POST', '/people/mira/revoke-refresh-tokens');
    expect((await app.refresh(second.refresh_token)).json().error_codes).toEqual([50173]);
    await ask('POST', '/people/mira/end-session');
    const silent = await app.browser.open(app.authorizeUrl({ prompt: 'none' }));
    expect(redirectParams(silent).get('error')).toBe('login_required');
  });

  it('returns and revokes consents', async () => {
    await app.signIn(person, { scope: 'openid User.Read Mail.Read' });
    expect((await ask('GET', '/people/mira/consents')).body).toContain('Mail.Read');
    await ask('POST', '/people/mira/revoke-consent', { json: { scopes: ['Mail.Read'] } });
    expect((await ask('GET', '/people/mira/consents')).body).not.toContain('Mail.Read');
    await ask('POST', '/people/mira/revoke-consent');
    expect((await ask('GET', '/people/mira/consents')).body).toEqual([]);
  });

  it('rotates keys, and lists people without their passwords', async () => {
    const before = await app.tokens(person);
    expect((await ask('POST', '/keys/rotate')).status).toBe(200);
    const after = (await app.refresh(before.refresh_token)).json();
    const [header] = String(after.id_token).split('.');
    expect(String(before.id_token).startsWith(`${header}.`)).toBe(false);
    const people = await ask('GET', '/people');
    expect(people.body).toContainEqual({
      key: 'mira',
      kind: 'member',
      userPrincipalName: person.userPrincipalName,
    });
    expect(JSON.stringify(people.body)).not.toContain(person.password);
  });

  it('returns counters and the log without a secret', async () => {
    const { refresh_token } = await app.tokens(person);
    await app.refresh(refresh_token);
    expect((await ask('GET', '/counters')).body).toEqual({ authorize: 1, token: 2, graph: 0 });
    const log = await ask('GET', '/log');
    expect(log.body).toEqual(JSON.parse(JSON.stringify(tenant.control.log)));
    expect(log.body).toContainEqual(expect.objectContaining({ grantType: 'refresh_token', person: 'mira' }));
    for (const secret of tenant.control.issuedSecrets) {
      expect(JSON.stringify(log.body)).not.toContain(secret);
    }
  });
});
