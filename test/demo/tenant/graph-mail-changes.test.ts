import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, type GraphClient, startGraph } from './graph-client.ts';

let graph: GraphClient;
let path: string;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
beforeEach(async () => {
  graph.reset();
  const unread = '/v1.0/me/mailFolders/inbox/messages?$filter=isRead eq false&$top=1&$select=id';
  path = `/v1.0/me/messages/${encodeURIComponent(String((await graph.ask(unread)).value[0]?.id))}`;
});

const patch = (json: unknown, options: Ask = {}) => graph.ask(path, { method: 'PATCH', json, ...options });
const unreadCount = async () => (await graph.ask('/v1.0/me/mailFolders/inbox')).body.unreadItemCount;

describe('A change of a message', () => {
  it('answers with the message under a new ETag and change key, and is stored', async () => {
    const before = (await graph.ask(path)).body;
    graph.workings.clock.advance(60_000);
    const answer = await patch({ isRead: true });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: before.id, isRead: true, subject: before.subject });
    expect(answer.body.changeKey).not.toBe(before.changeKey);
    expect(answer.headers.get('etag')).toBe(`W/"${answer.body.changeKey}"`);
    expect(String(answer.body.lastModifiedDateTime) > String(before.lastModifiedDateTime)).toBe(true);
    expect((await graph.ask(path)).body).toEqual(answer.body);
  });

  it('shows in the folder’s count, for that person alone', async () => {
    const before = Number(await unreadCount());
    await patch({ isRead: true });
    expect(await unreadCount()).toBe(before - 1);
    await patch({ isRead: false });
    expect(await unreadCount()).toBe(before);
  });

  it.each([
    [{ flagStatus: 'flagged' }, { flagStatus: 'flagged' }],
    [{ flagStatus: 'notFlagged' }, { flagStatus: 'notFlagged' }],
    [
      { flagStatus: 'complete' },
      { flagStatus: 'complete', completedDateTime: { dateTime: expect.any(String), timeZone: 'UTC' } },
    ],
    [
      {
        flagStatus: 'flagged',
        startDateTime: { dateTime: '2026-09-01T00:00:00', timeZone: 'UTC' },
        dueDateTime: { dateTime: '2026-09-02T00:00:00', timeZone: 'UTC' },
      },
      {
        flagStatus: 'flagged',
        startDateTime: { dateTime: '2026-09-01T00:00:00', timeZone: 'UTC' },
        dueDateTime: { dateTime: '2026-09-02T00:00:00', timeZone: 'UTC' },
      },
    ],
  ])('sets the flag %j', async (flag, expected) => {
    expect((await patch({ flag })).body.flag).toEqual(expected);
  });

  it.each([
    [{ kettle: true }, 'RequestBodyRead'],
    [{ isRead: true, kettle: true }, 'RequestBodyRead'],
    [{ isRead: 'yes' }, 'RequestBodyRead'],
    [{ flag: { flagStatus: 'raised' } }, 'RequestBodyRead'],
    [{ flag: { flagStatus: 'flagged', colour: 'red' } }, 'RequestBodyRead'],
    [{ flag: 'flagged' }, 'RequestBodyRead'],
    [
      { flag: { flagStatus: 'flagged', dueDateTime: { dateTime: '2026-09-02T00:00:00', timeZone: 'UTC' } } },
      'ErrorInvalidArgument',
    ],
    [{ receivedDateTime: '2026-01-01T00:00:00Z' }, 'ErrorInvalidPropertySet'],
    [[], 'BadRequest'],
  ])('refuses %j and changes nothing', async (json, code) => {
    const before = (await graph.ask(path)).body;
    const answer = await patch(json);
    expect([answer.status, answer.error]).toEqual([400, expect.objectContaining({ code })]);
    expect((await graph.ask(path)).body).toEqual(before);
  });

  it('accepts JSON alone', async () => {
    const answer = await patch({ isRead: true }, { headers: { 'Content-Type': 'text/plain' } });
    expect([answer.status, answer.error]).toEqual([400, expect.objectContaining({ code: 'BadRequest' })]);
  });

  it('is not made if its answer is requested in an unknown form', async () => {
    const options = { headers: { Prefer: 'outlook.timezone="Middle-earth/Shire"' } };
    expect((await patch({ isRead: true }, options)).status).toBe(400);
    expect((await graph.ask(path)).body.isRead).toBe(false);
  });

  it('is a 404 for a message that does not exist', async () => {
    path = path.toLowerCase();
    expect((await patch({ isRead: true })).status).toBe(404);
  });
});

describe('The If-Match header', () => {
  const withMatch = (etag: unknown): Ask => ({ headers: { 'If-Match': String(etag) } });

  it('accepts the current version, and any version', async () => {
    const { '@odata.etag': etag } = (await graph.ask(path)).body;
    expect((await patch({ isRead: true }, withMatch(etag))).status).toBe(200);
    expect((await patch({ isRead: false }, withMatch('*'))).status).toBe(200);
  });

  it('stops a change of an outdated version', async () => {
    const { '@odata.etag': etag } = (await graph.ask(path)).body;
    await patch({ flag: { flagStatus: 'flagged' } });
    const answer = await patch({ isRead: true }, withMatch(etag));
    expect([answer.status, answer.error]).toEqual([
      412,
      expect.objectContaining({ code: 'ErrorIrresolvableConflict' }),
    ]);
    expect((await graph.ask(path)).body.isRead).toBe(false);
  });
});

describe('A move of a message', () => {
  const move = (json: unknown, options: Ask = {}) =>
    graph.ask(`${path}/move`, { method: 'POST', json, ...options });
  const countIn = async (folder: string) =>
    Number((await graph.ask(`/v1.0/me/mailFolders/${folder}`)).body.totalItemCount);

  it('gives the message another id, in another folder', async () => {
    const before = (await graph.ask(path)).body;
    const archive = (await graph.ask('/v1.0/me/mailFolders/archive')).body;
    const answer = await move({ destinationId: 'archive' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ subject: before.subject, parentFolderId: archive.id });
    expect(answer.body.id).not.toBe(before.id);
    expect((await graph.ask(path)).status).toBe(404);
    path = `/v1.0/me/messages/${encodeURIComponent(String(answer.body.id))}`;
    expect((await graph.ask(path)).body).toMatchObject({ id: answer.body.id });
    expect([await countIn('inbox'), await countIn('archive')]).toEqual([59, 1]);
  });

  it('keeps the immutable id, there and back', async () => {
    const options: Ask = { headers: { Prefer: 'IdType="ImmutableId"' } };
    const { id } = (await graph.ask(path, options)).body;
    path = `/v1.0/me/messages/${encodeURIComponent(String(id))}`;
    const { id: archive } = (await graph.ask('/v1.0/me/mailFolders/archive')).body;
    expect((await move({ destinationId: archive }, options)).body.id).toBe(id);
    expect((await move({ destinationId: 'Inbox' }, options)).body.id).toBe(id);
    expect([await countIn('inbox'), await countIn('archive')]).toEqual([60, 0]);
  });

  it.each([
    [{}, 400],
    [{ destinationId: 'attic' }, 400],
    [{ destinationId: 'archive', kettle: true }, 400],
    [[], 400],
  ])('is refused for %j', async (json, status) => {
    expect((await move(json)).status).toBe(status);
    expect((await graph.ask(path)).status).toBe(200);
  });

  it('needs the permission Mail.ReadWrite', async () => {
    expect((await move({ destinationId: 'archive' }, { scopes: 'Mail.Read' })).status).toBe(403);
  });
});

describe('A reset of the tenant', () => {
  it('undoes changes, and keeps the ids', async () => {
    const before = (await graph.ask(path)).body;
    await patch({ isRead: true, flag: { flagStatus: 'complete' } });
    graph.reset();
    const after = (await graph.ask(path)).body;
    expect(after).toMatchObject({ id: before.id, subject: before.subject, isRead: false, flag: before.flag });
  });

  it('counts the dates from the first read after it', async () => {
    const newest = async () => {
      const [first] = (await graph.ask('/v1.0/me/mailFolders/inbox/messages?$top=1')).value;
      return Date.parse(String(first?.receivedDateTime));
    };
    const before = await newest();
    graph.workings.clock.advance(30 * 86_400_000);
    expect(await newest()).toBe(before);
    graph.reset();
    graph.workings.clock.advance(30 * 86_400_000);
    expect(graph.workings.clock.now() - (await newest())).toBeLessThan(10 * 60_000);
  });
});
