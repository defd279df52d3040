import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GraphClient, startGraph } from './graph-client.ts';

let graph: GraphClient;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
beforeEach(() => graph.reset());

const inbox = '/v1.0/me/mailFolders/inbox/messages';

/** Follows `@odata.nextLink` to the end. */
async function readAll(path: string, as = 'mira') {
  const pages = [];
  for (let link: unknown = path; typeof link === 'string'; ) {
    const page = await graph.ask(link, { as });
    pages.push(page);
    link = page.body['@odata.nextLink'];
  }
  return pages;
}

describe('Graph’s list of messages', () => {
  it('comes newest first, ten at a time, to the end', async () => {
    const pages = await readAll(`${inbox}?$select=receivedDateTime`);
    expect(pages.map(({ value }) => value.length)).toEqual([10, 10, 10, 10, 10, 10]);
    const times = pages.flatMap(({ value }) => value.map((message) => String(message.receivedDateTime)));
    expect(times).toEqual(times.toSorted().reverse());
    expect(new Set(pages.flatMap(({ value }) => value.map(({ id }) => id))).size).toBe(60);
  });

  it('links to the next page on Graph’s own origin, with the same query', async () => {
    const { body } = await graph.ask(`${inbox}?$top=7&$skip=7&$select=id&$orderby=receivedDateTime desc`);
    const link = new URL(String(body['@odata.nextLink']));
    expect(link.origin + link.pathname).toBe(`https://graph.microsoft.com${inbox}`);
    expect(Object.fromEntries(link.searchParams)).toEqual({
      $top: '7',
      $skip: '14',
      $select: 'id',
      $orderby: 'receivedDateTime desc',
    });
  });

  it('is empty past its end', async () => {
    const { body } = await graph.ask(`${inbox}?$skip=500`);
    expect(body).toMatchObject({ value: [] });
    expect(body).not.toHaveProperty('@odata.nextLink');
  });

  it('cuts each message to $select, its id and its ETag', async () => {
    const { body, value } = await graph.ask(`${inbox}?$select=subject,ISREAD&$top=1`);
    expect(Object.keys(value[0] ?? {})).toEqual(['@odata.etag', 'id', 'subject', 'isRead']);
    expect(body['@odata.context']).toBe(
      `https://graph.microsoft.com/v1.0/$metadata#users('${graph.person('mira').oid}')/mailFolders('inbox')/messages(subject,isRead)`,
    );
  });

  it('counts the messages that pass the filter', async () => {
    const { body } = await graph.ask(`${inbox}?$filter=isRead eq false&$count=true&$top=1000`);
    const { body: folder } = await graph.ask('/v1.0/me/mailFolders/inbox');
    expect(body['@odata.count']).toBe(folder.unreadItemCount);
    expect(body).not.toHaveProperty('@odata.nextLink');
  });

  it('filters by unread and sorts by date at once, as every client does', async () => {
    const { value } = await graph.ask(`${inbox}?$filter=isRead eq false&$orderby=receivedDateTime desc`);
    expect(value.every(({ isRead }) => isRead === false)).toBe(true);
    expect(value.length).toBeGreaterThan(3);
  });

  it.each([
    ["importance eq 'high'", { importance: 'high' }],
    ["flag/flagStatus eq 'flagged'", { flag: { flagStatus: 'flagged' } }],
    ["hasAttachments eq true and inferenceClassification eq 'focused'", { hasAttachments: true }],
  ])('filters by %s', async (filter, expected) => {
    const { value } = await graph.ask(`${inbox}?$filter=${filter}&$top=1000`);
    expect(value.length).toBeGreaterThan(0);
    for (const message of value) expect(message).toMatchObject(expected);
  });

  it('filters by a date', async () => {
    const since = new Date(graph.workings.clock.now() - 86_400_000).toISOString();
    const filter = `receivedDateTime ge ${since} and isRead eq false`;
    const { value } = await graph.ask(`${inbox}?$filter=${filter}&$orderby=receivedDateTime desc&$top=1000`);
    expect(value.length).toBeGreaterThan(0);
    for (const { receivedDateTime } of value) expect(String(receivedDateTime) > since).toBe(true);
  });

  it('refuses an order that the filter does not begin with', async () => {
    const answer = await graph.ask(`${inbox}?$filter=importance eq 'high'&$orderby=receivedDateTime desc`);
    expect(answer.status).toBe(400);
    expect(answer.error).toMatchObject({ code: 'InefficientFilter' });
  });

  it.each([
    ['$select=shoeSize', "Could not find a property named 'shoeSize' on type 'microsoft.graph.message'."],
    ['$filter=shoeSize eq true', "Could not find a property named 'shoeSize'"],
    ['$top=1001', "The limit of '1000' for Top query has been exceeded."],
    ['$top=0', "Invalid value '0' for $top query option found."],
    ['$skip=-1', "Invalid value '-1' for $skip query option found."],
  ])('refuses %s as Graph does', async (query, message) => {
    const answer = await graph.ask(`${inbox}?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.error).toMatchObject({
      code: 'RequestBroker--ParseUri',
      message: expect.stringContaining(message),
    });
  });

  it.each(['$expand=attachments', "$filter=startswith(subject,'RE')", '$orderby=body'])(
    'reports that it does not support %s',
    async (query) => {
      expect((await graph.ask(`${inbox}?${query}`)).status).toBe(501);
    },
  );

  it('includes sent, drafted and deleted messages for the whole mailbox', async () => {
    const messages = (await readAll('/v1.0/me/messages?$top=50')).flatMap(({ value }) => value);
    expect(messages.length).toBeGreaterThan(60);
    expect(messages.filter(({ isDraft }) => isDraft)).toHaveLength(1);
    const folders = new Set(messages.map(({ parentFolderId }) => parentFolderId));
    expect(folders.size).toBe(4);
  });
});

describe('Graph’s inbox', () => {
  it('returns its counts', async () => {
    const { body } = await graph.ask('/v1.0/me/mailFolders/inbox');
    expect(body).toMatchObject({ displayName: 'Inbox', totalItemCount: 60, childFolderCount: 0 });
    expect(body.unreadItemCount).toBeGreaterThan(3);
    expect(body.unreadItemCount).toBeLessThan(30);
  });

  it('is found by its id too, and cut to $select', async () => {
    const { id } = (await graph.ask('/v1.0/me/mailFolders/inbox')).body;
    const path = `/v1.0/me/mailFolders/${encodeURIComponent(String(id))}`;
    const { body } = await graph.ask(`${path}?$select=displayName,unreadItemCount`);
    expect(Object.keys(body)).toEqual(['@odata.context', 'id', 'displayName', 'unreadItemCount']);
    expect((await graph.ask(`${path}/messages`)).value).toHaveLength(10);
  });

  it('is smaller on a personal account, whose id in the context is the short one', async () => {
    const { body } = await graph.ask('/v1.0/me/mailFolders/inbox', { as: 'sam' });
    expect(body.totalItemCount).toBe(12);
    expect(body['@odata.context']).toContain("users('82e83b4d0331f561')");
  });
});

describe('A message', () => {
  it('comes complete, with its ETag', async () => {
    const [first] = (await graph.ask(`${inbox}?$top=1`)).value;
    const answer = await graph.ask(`/v1.0/me/messages/${encodeURIComponent(String(first?.id))}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ ...first });
    expect(answer.headers.get('etag')).toBe(first?.['@odata.etag']);
    expect(answer.body['@odata.context']).toMatch(/\/messages\/\$entity$/);
    expect(answer.body).not.toHaveProperty('uniqueBody');
  });

  it('returns the own part of a reply if that is selected', async () => {
    const messages = (await graph.ask(`${inbox}?$top=1000&$select=subject,body,uniqueBody`)).value;
    const reply = messages.find(({ subject }) => String(subject).startsWith('RE: '));
    const [own, whole] = [reply?.uniqueBody, reply?.body].map((body) => JSON.stringify(body).length);
    expect(own).toBeLessThan(whole ?? 0);
  });

  it('is found only by its exact id', async () => {
    const [first] = (await graph.ask(`${inbox}?$top=1&$select=id`)).value;
    const lowered = await graph.ask(`/v1.0/me/messages/${String(first?.id).toLowerCase()}`);
    expect(lowered.status).toBe(404);
    expect(lowered.error).toMatchObject({ code: 'ErrorItemNotFound' });
  });

  it('is hidden from other people', async () => {
    const [first] = (await graph.ask(`${inbox}?$top=1&$select=id`)).value;
    expect((await graph.ask(`/v1.0/me/messages/${first?.id}`, { as: 'tomas' })).status).toBe(404);
  });

  it.each(['nonsense', '%E0%A4%A', 'AAMk+/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D'])(
    'is not searched for under the malformed id %s',
    async (id) => {
      const answer = await graph.ask(`/v1.0/me/messages/${encodeURIComponent(id)}`);
      expect(answer.status).toBe(400);
      expect(answer.error).toMatchObject({ code: 'ErrorInvalidIdMalformed' });
    },
  );
});
