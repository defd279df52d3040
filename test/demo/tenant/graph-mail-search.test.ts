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

describe('A search of messages', () => {
  const subjectsOf = async (search: string) => {
    const pages = await readAll(`${inbox}?$search=${encodeURIComponent(search)}&$select=subject,from,body`);
    return pages.flatMap(({ value }) => value);
  };

  it('finds messages with all words at the start of a word, in the text or the people', async () => {
    const [first] = (await graph.ask(`${inbox}?$top=1&$select=subject`)).value;
    const [word = ''] = String(first?.subject).split(' ');
    const found = await subjectsOf(`"${word.toUpperCase()}"`);
    expect(found.map(({ subject }) => subject)).toContain(first?.subject);
    for (const message of found) expect(JSON.stringify(message).toLowerCase()).toContain(word.toLowerCase());
    expect(await subjectsOf(`"${word} zzyzx"`)).toEqual([]);
  });

  it('can be limited to one property', async () => {
    const found = await subjectsOf('"from:climate"');
    expect(found.length).toBeGreaterThan(0);
    for (const { from } of found) expect(JSON.stringify(from)).toContain('Climate');
  });

  it('continues by links whose token reveals nothing', async () => {
    const path = `${inbox}?$search="fernleigh"&$select=id&$top=3`;
    const first = await graph.ask(path);
    const link = new URL(String(first.body['@odata.nextLink']));
    expect([...link.searchParams.keys()]).toEqual(['$search', '$select', '$top', '$skiptoken']);
    const ids = (await readAll(path)).flatMap(({ value }) => value.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(6);
    expect((await graph.ask(`${inbox}?$skiptoken=nonsense`)).status).toBe(400);
  });

  it('needs more than the basic permission', async () => {
    const statuses = ['Mail.ReadBasic', 'Mail.Read'].map(
      async (scopes) => (await graph.ask(`${inbox}?$search="tea"`, { scopes })).status,
    );
    expect(await Promise.all(statuses)).toEqual([403, 200]);
  });

  it.each([
    ['$filter=isRead eq false', 'SearchWithFilter'],
    ['$orderby=subject', 'SearchWithOrderBy'],
  ])('cannot be combined with %s', async (query, code) => {
    const { status, error } = await graph.ask(`${inbox}?$search="tea"&${query}`);
    expect([status, error]).toEqual([400, expect.objectContaining({ code })]);
  });
});

describe('The attachments of a message', () => {
  const attachmentsOf = async (filter: string, query = '') => {
    const [first] = (await graph.ask(`${inbox}?$filter=${filter}&$top=1&$select=id`)).value;
    return graph.ask(`/v1.0/me/messages/${encodeURIComponent(String(first?.id))}/attachments${query}`);
  };

  it('are listed with their kinds', async () => {
    const { value } = await attachmentsOf(
      'hasAttachments eq true',
      '?$select=name,size,contentType,isInline',
    );
    expect(value.length).toBeGreaterThan(0);
    expect(Object.keys(value[0] ?? {})).toEqual([
      '@odata.type',
      '@odata.mediaContentType',
      'id',
      'name',
      'contentType',
      'size',
      'isInline',
    ]);
    expect((await attachmentsOf('hasAttachments eq false')).value).toEqual([]);
  });

  it('come without their bytes', async () => {
    expect((await attachmentsOf('hasAttachments eq true', '?$select=contentBytes')).status).toBe(400);
  });
});
