import { describe, expect, it } from 'vitest';
import { searchPeople } from '../../../background/graph/people.ts';
import type { Person } from '../../../demo/tenant/index.ts';
import type { Purpose } from '../../../src/purposes.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { answerWith, optionsOf, withGraph } from './with-graph.ts';

const world = setUpWorld();

async function withPeople(purposes: Purpose[], who?: Person) {
  const { graph, id, asked } = await withGraph(world, purposes, who);
  const account = { id, isPersonal: who?.kind === 'personal' };
  return {
    asked,
    search: (text: string, signal = new AbortController().signal) =>
      searchPeople(graph, account, text, signal),
  };
}

const ID = '893659ef-f0a7-4c3b-a158-faf4c81b02cb';
const user = { id: ID, displayName: 'Ada', userPrincipalName: 'ada@fern.example' };

describe('A search for people', () => {
  it('finds people by name, with a photo and their ways of contact', async () => {
    const { search } = await withPeople(['people', 'people-presence']);
    const [mira] = await search('mira hal');
    expect(mira).toMatchObject({
      id: ID,
      name: 'Mira Halloran',
      mail: 'mira.halloran@fernleigh.onmicrosoft.example',
      photo: expect.stringMatching(/^data:image\/(png|jpeg);base64,/),
      availability: expect.stringMatching(/^[A-Z]/),
    });
  });

  it('finds people by address', async () => {
    const { search } = await withPeople(['people']);
    expect((await search('tomas.wr')).map(({ name }) => name)).toEqual(['Tomáš Wren']);
  });

  it('asks for no presence and shows none without the permission', async () => {
    const { search } = await withPeople(['people']);
    const before = world.network.asked.length;
    expect(await search('mira')).toMatchObject([{ availability: null, photo: expect.any(String) }]);
    const asked = world.network.asked.slice(before).map((url) => new URL(url).pathname);
    expect(asked).not.toContain('/v1.0/communications/getPresencesByUserId');
  });

  it('shows people without a photo, and people whose presence Graph withholds', async () => {
    const { search } = await withPeople(['people', 'people-presence']);
    answerWith(world, '/users', { value: [user] });
    answerWith(world, `/users/${ID}/photos`, {}, 404);
    answerWith(world, '/communications', {}, 403);
    const nothing = { jobTitle: null, department: null, mail: null, photo: null, availability: null };
    expect(await search('ada')).toEqual([{ id: ID, name: 'Ada', ...nothing }]);
  });

  it('asks for ten people at most, and for their photos in one request', async () => {
    const { search, asked } = await withPeople(['people']);
    const ids = Array.from({ length: 12 }, (_, index) => ID.replace(/..$/, String(10 + index)));
    answerWith(world, '/users', { value: ids.map((id) => ({ ...user, id })) });
    for (const id of ids) answerWith(world, `/users/${id}/photos`, {}, 404);
    const before = world.network.asked.length;
    expect(await search('ada')).toHaveLength(10);
    expect(world.network.asked.slice(before + 1)).toEqual(['https://graph.microsoft.com/v1.0/$batch']);
    expect(asked.filter(({ path }) => path.endsWith('/photos/48x48/$value'))).toHaveLength(10);
  });

  it('treats any text as plain text', async () => {
    const { search, asked } = await withPeople(['people']);
    const texts = {
      'o"brien': 'o\\"brien',
      'zq\\': 'zq\\\\',
      'zq" OR "displayName:mira': 'zq\\" OR \\"displayName:mira',
      'R&D #1 +%': 'R D #1 +%',
    };
    for (const [text, literal] of Object.entries(texts)) {
      expect([text, await search(text)]).toEqual([text, []]);
      expect(optionsOf(asked.at(-1))).toMatchObject({
        $search: `"displayName:${literal}" OR "mail:${literal}"`,
        $top: '10',
      });
    }
  });

  it('finds nothing for an empty text, and sends no request', async () => {
    const { search, asked } = await withPeople(['people']);
    for (const text of ['', '  ', '&', '\u0000']) expect(await search(text)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('ends when the caller aborts it', async () => {
    const { search, asked } = await withPeople(['people']);
    const controller = new AbortController();
    world.tenant.control.faults.delay.graph = new Promise(() => undefined);
    const found = search('mira', controller.signal);
    await expect.poll(() => world.network.asked.some((url) => url.includes('/users'))).toBe(true);
    controller.abort();
    await expect(found).rejects.toMatchObject({ reason: 'not-answered' });
    expect(asked).toHaveLength(1);
  });

  it('leaves out a malformed entry, and keeps the others', async () => {
    const { search } = await withPeople(['people']);
    const strange = [null, 'ada', { ...user, id: '..' }, { ...user, id: 7 }, { ...user, displayName: {} }];
    const namesake = { ...user, displayName: null };
    answerWith(world, '/users', { value: [...strange, namesake] });
    answerWith(world, `/users/${ID}/photos`, {}, 404);
    expect(await search('ada')).toMatchObject([{ id: ID, name: 'ada@fern.example' }]);
  });

  it('finds the contacts of a personal account', async () => {
    const { search, asked } = await withPeople(['people-near'], world.someone('personal'));
    answerWith(world, '/me/people', {
      value: [
        {
          id: 'a',
          displayName: 'Ada',
          jobTitle: 'Baker',
          scoredEmailAddresses: [{ address: 'a@x.example' }],
        },
        { id: 'b', displayName: null, scoredEmailAddresses: [null, { address: 'b@x.example' }] },
        { id: 'c', displayName: 'Cleo' },
      ],
    });
    const nothing = { jobTitle: null, department: null, photo: null, availability: null };
    expect(await search('a "b" \\')).toEqual([
      { ...nothing, id: 'a', name: 'Ada', jobTitle: 'Baker', mail: 'a@x.example' },
      { ...nothing, id: 'b', name: 'b@x.example', mail: 'b@x.example' },
      { ...nothing, id: 'c', name: 'Cleo', mail: null },
    ]);
    expect(asked).toHaveLength(1);
    expect(optionsOf(asked[0]).$search).toBe('"a  b   "');
  });
});
