import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, type GraphClient, isFields, startGraph } from './graph-client.ts';

let graph: GraphClient;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
beforeEach(() => graph.reset());

const path = '/v1.0/$batch';
const everything = 'User.Read Mail.ReadWrite Calendars.ReadWrite';
const inbox = '/me/mailFolders/inbox/messages?$top=1&$select=id';
const json = { 'Content-Type': 'application/json' };
const get = (id: string, url: string, more: Record<string, unknown> = {}) => ({
  id,
  method: 'GET',
  url,
  ...more,
});

const send = (requests: unknown, options: Ask = {}) =>
  graph.ask(path, { method: 'POST', json: { requests }, scopes: everything, ...options });

async function sendParts(requests: unknown, options?: Ask) {
  const { status, body } = await send(requests, options);
  expect(status).toBe(200);
  if (!Array.isArray(body.responses)) throw new TypeError(`no batch: ${JSON.stringify(body)}`);
  return body.responses.filter(isFields);
}

describe('A batch', () => {
  it('answers each part with its own status, headers and body', async () => {
    const parts = await sendParts([
      get('a', '/me?$select=displayName'),
      get('b', 'me/photo/$value'),
      get('c', '/me/kettle'),
      get('d', inbox, { headers: { Prefer: 'IdType="ImmutableId"' } }),
    ]);
    const byId = new Map(parts.map((part) => [part.id, part]));
    expect(byId.get('a')).toMatchObject({ status: 200, body: { displayName: 'Mira Halloran' } });
    expect(byId.get('b')).toMatchObject({ status: 200, headers: { 'Content-Type': 'image/png' } });
    expect(String(byId.get('b')?.body)).toMatch(/^iVBORw0KGgo/);
    expect(byId.get('c')).toMatchObject({ status: 404, body: { error: { code: 'BadRequest' } } });
    expect(byId.get('d')).toMatchObject({ headers: { 'Preference-Applied': 'IdType="ImmutableId"' } });
  });

  it('answers in another order than the requests', async () => {
    const ids = (await sendParts(['1', '2', '3'].map((id) => get(id, '/me')))).map(({ id }) => id);
    expect(ids).toEqual(['3', '2', '1']);
  });

  it('checks each part against the permissions of the token', async () => {
    const parts = await sendParts([get('1', '/me'), get('2', inbox)], { scopes: 'User.Read' });
    expect(parts.map(({ status }) => status)).toEqual([403, 200]);
  });

  it('runs a write, and afterwards the part that depends on it', async () => {
    const id = encodeURIComponent(String((await graph.ask(`/v1.0${inbox}`)).value[0]?.id));
    const parts = await sendParts([
      get('after', `/me/messages/${id}?$select=isRead`, { dependsOn: ['change'] }),
      { id: 'change', method: 'PATCH', url: `/me/messages/${id}`, headers: json, body: { isRead: true } },
    ]);
    expect(parts.map((part) => part.id)).toEqual(['change', 'after']);
    expect(parts[1]).toMatchObject({ status: 200, body: { isRead: true } });
  });

  it('skips a part that depends on a failed part', async () => {
    const parts = await sendParts([
      get('1', '/me/kettle'),
      get('2', '/me', { dependsOn: ['1'] }),
      get('3', '/me', { dependsOn: ['2'] }),
    ]);
    expect(parts.map(({ status }) => status)).toEqual([404, 424, 424]);
    expect(parts[1]).toMatchObject({ body: { error: { code: 'FailedDependency' } } });
  });

  it('lets no part be a batch, or a read with a body', async () => {
    const parts = await sendParts([
      { id: '1', method: 'POST', url: '/$batch', headers: json, body: {} },
      get('2', '/me', { headers: json, body: {} }),
    ]);
    expect(parts.map(({ status }) => status)).toEqual([400, 400]);
  });

  it.each([
    ['more than twenty parts', Array.from({ length: 21 }, (_, index) => get(String(index), '/me'))],
    ['no parts', []],
    ['one id twice', [get('1', '/me'), get('1', '/me/messages')]],
    ['an empty id', [get('', '/me')]],
    ['an id that is a number', [{ id: 1, method: 'GET', url: '/me' }]],
    ['an absolute address', [get('1', 'https://graph.microsoft.com/v1.0/me')]],
    ['another host', [get('1', '//graph.microsoft.example/me')]],
    ['a part that waits for nobody there', [get('1', '/me', { dependsOn: ['2'] })]],
    ['parts that wait for each other', ['12', '21'].map(([a = '', b]) => get(a, '/me', { dependsOn: [b] }))],
    ['a write without its type', [{ id: '1', method: 'POST', url: '/me/messages/x/move', body: {} }]],
    ['a write without a body', [{ id: '1', method: 'POST', url: '/me/messages/x/move', headers: json }]],
  ])('is refused as a whole for %s', async (_what, requests) => {
    const { status, error } = await send(requests);
    expect([status, error]).toEqual([400, expect.objectContaining({ code: 'BadRequest' })]);
  });

  it('is refused without a token, and by GET', async () => {
    const refused = await send([get('1', '/me')], { headers: { Authorization: 'Bearer nonsense' } });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('Bearer');
    expect((await graph.ask(path)).status).toBe(405);
  });

  it('counts as one request, and its parts are in the log', async () => {
    await sendParts([get('1', '/me?$select=id'), get('2', '/me/kettle')]);
    expect(graph.workings.counters.graph).toBe(1);
    expect(graph.workings.log.entries.map(({ method, path: at, status }) => [method, at, status])).toEqual([
      ['GET', '/v1.0/me/kettle', 404],
      ['GET', '/v1.0/me', 200],
    ]);
  });
});

describe('A fault inside a batch', () => {
  it('throttles one part alone', async () => {
    graph.workings.faults.graph['/v1.0/me/mailFolders'] = {
      status: 429,
      headers: { 'Retry-After': '7' },
      body: { error: { code: 'TooManyRequests', message: 'Later.' } },
    };
    const parts = await sendParts([get('1', '/me'), get('2', inbox)]);
    expect(parts[0]).toMatchObject({ id: '2', status: 429, headers: { 'Retry-After': '7' } });
    expect(parts[1]).toMatchObject({ id: '1', status: 200 });
  });

  it.each(['hang', 'reset', 'truncate', 'stall'] as const)('turns "%s" into a 504', async (fault) => {
    graph.workings.faults.graph['/v1.0/me/mailFolders'] = fault;
    const parts = await sendParts([get('1', inbox), get('2', '/me')]);
    expect(parts.map(({ status }) => status)).toEqual([200, 504]);
  });

  it('can affect the batch itself', async () => {
    graph.workings.faults.graph[path] = { status: 503, body: {} };
    expect((await send([get('1', '/me')])).status).toBe(503);
    expect((await graph.ask('/v1.0/me', { scopes: everything })).status).toBe(200);
  });
});
