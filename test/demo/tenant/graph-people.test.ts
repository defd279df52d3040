import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, type GraphClient, startGraph } from './graph-client.ts';

let graph: GraphClient;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

const eventual = { ConsistencyLevel: 'eventual' };
const ask = (path: string, options: Ask = {}) =>
  graph.ask(path, { scopes: 'User.Read User.ReadBasic.All', headers: eventual, ...options });
const users = (query: string, options: Ask = {}) => ask(`/v1.0/users?${query}`, options);
const search = (text: string, options: Ask = {}) =>
  users(`$search=${encodeURIComponent(text)}&$select=id,displayName,mail`, options);
const namesOf = ({ value }: { value: Record<string, unknown>[] }) =>
  value.map(({ displayName }) => displayName);
const askPeople = (query = '', options: Ask = {}) =>
  graph.ask(`/v1.0/me/people${query}`, { scopes: 'People.Read', ...options });

describe('The directory', () => {
  it('lists everybody by name, including people who only write mail', async () => {
    const everybody = await users('$top=999&$select=displayName,mail&$count=true');
    expect(everybody.body['@odata.count']).toBe(60);
    for (const name of ['Mira Halloran', 'Tomáš Wren', 'Ingrid Okafor', 'Priya Raghunathan']) {
      expect(namesOf(everybody)).toContain(name);
    }
    expect(new Set(everybody.value.map(({ mail }) => mail)).size).toBe(60);
    for (const { mail } of everybody.value)
      expect(mail).toMatch(/^[a-z.-]+@fernleigh\.onmicrosoft\.example$/);
  });

  it('comes in pages', async () => {
    const first = await users('$top=40&$select=displayName');
    const second = await ask(String(first.body['@odata.nextLink']));
    expect(second.value).toHaveLength(20);
    expect(namesOf(second).some((name) => namesOf(first).includes(name))).toBe(false);
    expect((await users('$skip=40')).error).toMatchObject({ code: 'Request_UnsupportedQuery' });
    expect((await users('$top=1000')).error).toMatchObject({ code: 'Request_UnsupportedQuery' });
  });

  it('is as large as requested, beginning with the same people', async () => {
    const large = await startGraph(undefined, { directorySize: 1000 });
    try {
      const options = { scopes: 'User.ReadBasic.All', headers: eventual };
      const { body, value } = await large.ask('/v1.0/users?$top=999&$count=true&$select=id', options);
      expect(body['@odata.count']).toBe(1000);
      const ids = new Set(value.map(({ id }) => id));
      const known = (await users('$top=999&$select=id')).value.filter(({ id }) => ids.has(id));
      // One of the thousand is on the second page.
      expect(known.length).toBeGreaterThanOrEqual(59);
    } finally {
      await large.stop();
    }
  });

  it('has difficult names on request', async () => {
    const odd = await startGraph(undefined, { hasOddNames: true });
    try {
      const options = { scopes: 'User.ReadBasic.All', headers: eventual };
      const names = namesOf(await odd.ask('/v1.0/users?$top=999&$select=displayName', options)).map(String);
      expect(names).toContain('<img src=x onerror=alert(1)>');
      expect(names.some((name) => name.includes('\u202E'))).toBe(true);
      expect(Math.max(...names.map(({ length }) => length))).toBe(10_000);
    } finally {
      await odd.stop();
    }
    expect(namesOf(await users('$top=999')).every((name) => String(name).length < 40)).toBe(true);
  });

  it('is closed to User.Read and to a personal account', async () => {
    const denied = [403, expect.objectContaining({ code: 'Authorization_RequestDenied' })];
    const little = await users('', { scopes: 'User.Read' });
    expect([little.status, little.error]).toEqual(denied);
    const personal = await users('', { as: 'sam' });
    expect([personal.status, personal.error]).toEqual(denied);
  });
});

describe('A search of the directory', () => {
  it.each([
    ['"displayName:hallo"', ['Mira Halloran']],
    ['"displayName:tomas"', ['Tomáš Wren']],
    ['"displayName:wren to"', ['Tomáš Wren']],
    ['"displayName:mira" OR "mail:priya"', ['Mira Halloran', 'Priya Raghunathan']],
    ['"displayName:alloran"', []],
    ['("givenName:mira" OR "givenName:tomáš") AND "surname:w"', ['Tomáš Wren']],
  ])('returns for %s the people %j', async (text, names) => {
    const answer = await search(text);
    expect([answer.status, namesOf(answer)]).toEqual([200, names]);
  });

  it('needs its header', async () => {
    const { status, error } = await search('"displayName:mira"', { headers: {} });
    expect([status, error]).toEqual([
      400,
      expect.objectContaining({
        code: 'Request_UnsupportedQuery',
        message: expect.stringContaining("special request header: 'ConsistencyLevel: eventual'"),
      }),
    ]);
  });

  it.each([
    'displayName:mira',
    '"mira"',
    '"shoeSize:4"',
    '"displayName:mira" OR',
    '("displayName:mira"',
    '"displayName:mira" "mail:mira"',
    '',
  ])('refuses %s', async (text) => {
    expect((await search(text)).status).toBe(400);
  });

  it('is sorted if it is counted as well', async () => {
    const query = `$search=${encodeURIComponent('"mail:m"')}&$orderby=displayName desc&$select=displayName`;
    expect((await users(query)).error).toMatchObject({ code: 'Request_UnsupportedQuery' });
    const names = namesOf(await users(`${query}&$count=true`)).map(String);
    expect(names.length).toBeGreaterThan(1);
    expect(names).toContain('Mira Halloran');
    expect(names).toEqual(
      names.toSorted((left, right) => (left.toLowerCase() < right.toLowerCase() ? 1 : -1)),
    );
  });
});

describe('A user', () => {
  it('is found by id and by name, and shows only the basics to the basic permission', async () => {
    const path = '/v1.0/users/priya.raghunathan@fernleigh.onmicrosoft.example';
    const { body } = await ask(`${path}?$select=id,displayName,jobTitle,department,businessPhones`);
    expect(body).toMatchObject({
      displayName: 'Priya Raghunathan',
      jobTitle: null,
      department: null,
      businessPhones: [],
    });
    const whole = await ask(`/v1.0/users/${body.id}?$select=jobTitle,department`, {
      scopes: 'User.Read.All',
    });
    expect(whole.body).toMatchObject({ jobTitle: expect.any(String), department: expect.any(String) });
    expect((await ask(path, { scopes: 'User.Read' })).status).toBe(403);
    const own = await ask(`/v1.0/users/${graph.person('mira').oid}`, { scopes: 'User.Read' });
    expect(own.body).toMatchObject({ jobTitle: 'Field Botanist' });
  });

  it('is a 404 if nobody has the id', async () => {
    const { status, error } = await ask('/v1.0/users/00000000-0000-4000-8000-000000000000');
    expect([status, error]).toEqual([404, expect.objectContaining({ code: 'Request_ResourceNotFound' })]);
  });

  it('has a photo of their own, or none', async () => {
    const { value } = await users('$select=id&$top=20');
    const photos = await Promise.all(value.map(({ id }) => ask(`/v1.0/users/${id}/photos/48x48/$value`)));
    const found = photos.filter(({ status }) => status === 200);
    expect(found.length).toBeGreaterThan(4);
    expect(new Set(found.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).size).toBe(found.length);
    expect(Buffer.from(found[0]?.bytes ?? []).readUInt32BE(16)).toBe(48);
    const without = photos.filter(({ status }) => status !== 200);
    expect(without.length).toBeGreaterThan(4);
    expect(without[0]).toMatchObject({ status: 404, error: { code: 'ImageNotFound' } });
    const { oid } = graph.person('mira');
    expect((await ask(`/v1.0/users/${oid}/photo/$value`)).bytes).toEqual(
      (await ask('/v1.0/me/photo/$value')).bytes,
    );
  });
});

describe('The manager of a user', () => {
  const askManager = (options: Ask = {}) => ask('/v1.0/me/manager', { scopes: 'User.Read.All', ...options });

  it('needs the permission User.Read.All', async () => {
    expect((await askManager()).body).toMatchObject({
      '@odata.type': '#microsoft.graph.user',
      displayName: 'Odile Marchetti',
      jobTitle: 'Head of Collections',
    });
    for (const options of [{ scopes: 'User.ReadBasic.All' }, { as: 'sam' }]) {
      expect((await askManager(options)).error).toMatchObject({ code: 'Authorization_RequestDenied' });
    }
  });
});

describe('The relevant people', () => {
  it('are colleagues first, then people outside, with the closest before all', async () => {
    const { value } = await askPeople('?$top=50');
    expect(value[0]).toMatchObject({
      personType: { class: 'Person', subclass: 'OrganizationUser' },
      scoredEmailAddresses: [{ address: expect.stringContaining('@fernleigh.') }],
      jobTitle: expect.any(String),
    });
    expect(namesOf({ value })).not.toContain('Mira Halloran');
    expect(value.map(({ personType }) => personType)).toContainEqual({
      class: 'Group',
      subclass: 'UnifiedGroup',
    });
    const { body } = await ask(`/v1.0/users/${value[0]?.id}`);
    expect(body.displayName).toBe(value[0]?.displayName);
  });

  it('come ten to a page, cut to $select', async () => {
    const { body, value } = await askPeople('?$select=displayName');
    expect(value).toHaveLength(10);
    expect(Object.keys(value[0] ?? {}).sort()).toEqual(['displayName', 'id']);
    expect((await askPeople(`?${new URL(String(body['@odata.nextLink'])).searchParams}`)).status).toBe(200);
  });

  it.each([
    ['priya', 'Priya Raghunathan'],
    ['"tomas w"', 'Tomáš Wren'],
    ['prija', 'Priya Raghunathan'],
    ['gwen@', 'Gwen Trelawney'],
  ])('include for %s the name %s', async (text, name) => {
    expect(namesOf(await askPeople(`?$search=${encodeURIComponent(text)}`))).toEqual([name]);
  });

  it('differ for a personal account', async () => {
    const { status, value } = await askPeople('', { as: 'sam' });
    expect(status).toBe(200);
    expect(namesOf({ value })).toContain('Marguerite Pelling');
  });

  it('are closed to other permissions', async () => {
    const { status, error } = await askPeople('', { scopes: 'User.ReadBasic.All Contacts.Read' });
    expect([status, error]).toEqual([403, expect.objectContaining({ code: 'ErrorAccessDenied' })]);
    expect((await askPeople('?$search=a&$skip=1')).status).toBe(400);
  });
});
