import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, type GraphClient, startGraph } from './graph-client.ts';

let graph: GraphClient;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
beforeEach(() => graph.reset());

const drive = '/v1.0/me/drive';
const ask = (path: string, options: Ask = {}) => graph.ask(path, { scopes: 'Files.Read', ...options });
const change = (path: string, options: Ask = {}) => ask(path, { scopes: 'Files.ReadWrite', ...options });
const search = (query: string, options: Ask = {}) =>
  ask(`${drive}/root/search(q='${encodeURIComponent(query.replaceAll("'", "''"))}')`, options);
const namesOf = ({ value }: { value: Record<string, unknown>[] }) => value.map(({ name }) => name);

describe('A OneDrive', () => {
  it.each([
    ['mira', 'business', /^https:\/\/fernleigh-my\.sharepoint\.com\/personal\/mira_halloran_fernleigh_/],
    ['sam', 'personal', /^https:\/\/onedrive\.live\.com\//],
  ])('belongs to %s, has the type %s and shows its quota', async (as, driveType, webUrl) => {
    const { body } = await ask(drive, { as });
    expect(body).toMatchObject({ driveType, webUrl: expect.stringMatching(webUrl) });
    expect(body.quota).toMatchObject({ state: 'normal', total: expect.any(Number) });
    const { body: cut } = await ask(`${drive}?$select=webUrl`, { as });
    expect(Object.keys(cut).sort()).toEqual(['@odata.context', 'id', 'webUrl']);
  });

  it('is missing for some accounts', async () => {
    for (const path of [drive, `${drive}/recent`, `${drive}/root/children`]) {
      const { status, error } = await ask(path, { as: 'tomas' });
      expect([status, error]).toEqual([
        404,
        expect.objectContaining({ code: 'ResourceNotFound', message: "User's mysite not found." }),
      ]);
    }
  });

  it.each(['Files.Read', 'Files.ReadWrite', 'Files.Read.All', 'Files.ReadWrite.All'])(
    'opens to %s',
    async (scopes) => expect((await ask(`${drive}/recent`, { scopes })).status).toBe(200),
  );

  it('opens to no other permission, and Files.Read cannot change it', async () => {
    const denied = [403, expect.objectContaining({ code: 'accessDenied', message: 'Access denied' })];
    const reading = await ask(drive, { scopes: 'User.Read Sites.Read' });
    expect([reading.status, reading.error]).toEqual(denied);
    const id = (await ask(`${drive}/root/children`)).value[0]?.id;
    const writing = await ask(`${drive}/items/${id}`, { method: 'PATCH', json: { name: 'No' } });
    expect([writing.status, writing.error]).toEqual(denied);
  });
});

describe('The recent files', () => {
  it('come in the order of their last use, with shared files among them', async () => {
    const { value } = await ask(`${drive}/recent`);
    expect(namesOf({ value })[0]).toBe('Loan agreement Northmere.docx');
    expect(value[0]).toMatchObject({
      size: 48_213,
      webUrl: expect.stringMatching(/^https:\/\/fernleigh-my\.sharepoint\.com\/personal\/mira_.*\/Doc\.aspx/),
      file: { mimeType: expect.stringContaining('wordprocessingml') },
      lastModifiedBy: { user: { displayName: 'Priya Raghunathan' } },
    });
    const mine = String((await ask(drive)).body.id);
    const shared = value.find(({ remoteItem }) => remoteItem !== undefined);
    expect(shared).toMatchObject({
      name: 'Open day plan.docx',
      remoteItem: { id: shared?.id, webUrl: expect.stringContaining('/personal/callum_teague_') },
    });
    expect(JSON.stringify(shared)).not.toContain(mine);
    expect((await ask(`${drive}/items/${shared?.id}`)).status).toBe(404);
    expect(value.some((item) => JSON.stringify(item.package) === '{"type":"oneNote"}')).toBe(true);
  });

  it('are cut to $select', async () => {
    const { value } = await ask(`${drive}/recent?$select=name&$top=2`);
    expect(value).toHaveLength(2);
    expect(Object.keys(value[0] ?? {}).sort()).toEqual(['@odata.etag', 'id', 'name']);
    expect((await ask(`${drive}/recent?$select=kettle`)).error).toMatchObject({ code: 'BadRequest' });
  });
});

describe('A folder', () => {
  it('lists its entries page by page', async () => {
    const all = await ask(`${drive}/root/children`);
    const pages = [await ask(`${drive}/root/children?$top=9&$select=name`)];
    for (let link = pages[0]?.body['@odata.nextLink']; link !== undefined; ) {
      const page = await ask(String(link));
      pages.push(page);
      link = page.body['@odata.nextLink'];
    }
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap(namesOf)).toEqual(namesOf(all));
    const folder = all.value.find(({ name }) => name === 'Seed bank');
    expect(folder).toMatchObject({ folder: { childCount: 4 }, parentReference: { name: 'Documents' } });
    const inside = await ask(`${drive}/items/${folder?.id}/children?$orderby=name desc`);
    expect(namesOf(inside)).toEqual([
      'Protocol, drying.pdf',
      'Labels',
      'Germination tests.xlsx',
      'Freezer log.csv',
    ]);
    expect(inside.value[0]).toMatchObject({
      parentReference: {
        id: folder?.id,
        path: expect.stringMatching(/^\/drives\/b!.+\/root:\/Seed%20bank$/),
      },
    });
  });

  it('sorts by name alone at work, and by more at home', async () => {
    const path = `${drive}/root/children?$orderby=lastModifiedDateTime desc`;
    expect((await ask(path)).error).toMatchObject({ code: 'notSupported' });
    expect(namesOf(await ask(path, { as: 'sam' }))[0]).toBe('Sourdough, how it went.md');
  });

  it('is found only by its exact id', async () => {
    const { status, error } = await ask(`${drive}/items/01NOSUCHITEM`);
    expect([status, error]).toEqual([404, expect.objectContaining({ code: 'itemNotFound' })]);
    expect((await ask(`${drive}/items/%E0%A4%A`)).status).toBe(400);
  });
});

describe('A search for files', () => {
  it.each([
    ['frost', ['Frost damage.docx', 'Frost damage.pdf']],
    ['gewachs', ['Ärger mit Öl im Gewächshaus – Übersicht.docx']],
    ['budget #2 (50%', ['Budget #2 (50% draft) & notes.xlsx']],
    ['no such thing', []],
  ])('returns for %s the files %j', async (query, names) => {
    expect(namesOf(await search(query)).sort()).toEqual(names);
  });

  it('needs its quotes doubled', async () => {
    const id = (await search('watering rota')).value[0]?.id;
    const name = "Mira's rota.xlsx";
    await change(`${drive}/items/${id}`, { method: 'PATCH', json: { name } });
    expect(namesOf(await search("mira's"))).toEqual([name]);
    expect((await ask(`${drive}/root/search(q='mira's')`)).status).toBe(400);
  });

  it('does not return the folder of a file', async () => {
    const [found] = (await search('frost')).value;
    expect(found).toHaveProperty('searchResult');
    expect(found).toHaveProperty('parentReference.driveId');
    expect(found).not.toHaveProperty('parentReference.path');
  });
});

describe('A delta of files', () => {
  it('returns changed and deleted files from now on', async () => {
    const latest = await ask(`${drive}/root/delta?token=latest`);
    expect(latest.value).toEqual([]);
    const [renamed] = (await search('watering rota')).value;
    const [folder] = (await search('meetings')).value;
    await change(`${drive}/items/${renamed?.id}`, { method: 'PATCH', json: { name: 'Rota.xlsx' } });
    expect((await change(`${drive}/items/${folder?.id}`, { method: 'DELETE' })).status).toBe(204);
    const next = await ask(String(latest.body['@odata.deltaLink']));
    expect(next.value[0]).toMatchObject({ id: renamed?.id, name: 'Rota.xlsx' });
    expect(next.value.slice(1).every(({ deleted }) => deleted !== undefined)).toBe(true);
    expect(next.value.slice(1).map(({ id }) => id)).toContain(folder?.id);
    expect((await ask(String(next.body['@odata.deltaLink']))).value).toEqual([]);
  });

  it('returns everything from the beginning, and reports an invalid token', async () => {
    const first = await ask(`${drive}/root/delta?$top=30&$select=name`);
    const second = await ask(String(first.body['@odata.nextLink']));
    expect(first.value.length + second.value.length).toBe(40);
    graph.reset();
    const late = await ask(String(second.body['@odata.deltaLink']));
    expect([late.status, late.error]).toEqual([
      410,
      expect.objectContaining({ code: 'resyncChangesApplyDifferences' }),
    ]);
    expect((await ask(String(late.headers.get('location')))).status).toBe(200);
  });
});
