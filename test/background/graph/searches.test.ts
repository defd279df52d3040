import { describe, expect, it } from 'vitest';
import { searchFiles } from '../../../background/graph/files.ts';
import { searchMail } from '../../../background/graph/mail-search.ts';
import { findPeople } from '../../../background/graph/people.ts';
import { fakeGraph } from './fake-graph.ts';

const optionsOf = (path: string | undefined) =>
  Object.fromEntries(new URL(`https://graph.example${path ?? ''}`).searchParams);

describe('A search', () => {
  const url = 'https://outlook.office.com/1';

  it.each([
    ['Ferns AND moss', '"ferns and moss*"'],
    ['subject:"plan" -draft (a)', '"subject plan draft a*"'],
    ['o’neill mira@x.example 50%', '"o’neill mira@x.example 50*"'],
    ['a b c d e f g h i j', '"a b c d e f g h*"'],
  ])('takes %s in a search for messages as words: %s', async (text, search) => {
    const graph = fakeGraph(() => ({ body: { value: [] } }));
    await searchMail(graph, 'mira', text, 5);
    expect(graph.asked).toMatchObject([{ purpose: 'mail-open' }]);
    expect(optionsOf(graph.asked[0]?.path)).toEqual({
      $select: 'subject,from,webLink',
      $search: search,
      $top: '5',
    });
  });

  it('returns messages that can be opened, and no more than requested', async () => {
    const from = { emailAddress: { name: null, address: 'ada@x.example' } };
    const value = [
      { subject: null, from: null, webLink: url },
      { subject: 'Tea', from, webLink: null },
      { subject: 'Tea', from, webLink: url },
      { subject: 'Too many', from, webLink: url },
    ];
    const graph = fakeGraph(() => ({ body: { value } }));
    expect(await searchMail(graph, 'mira', 'tea', 3)).toEqual([
      { subject: '', from: '', url },
      { subject: 'Tea', from: 'ada@x.example', url },
    ]);
    expect(await searchMail(graph, 'mira', '"-()', 3)).toEqual([]);
    expect(graph.asked).toHaveLength(1);
  });

  it('returns as many files as requested, and none without a drive', async () => {
    const item = (id: string) => ({
      id,
      name: `${id}.txt`,
      webUrl: 'https://onedrive.live.com/1',
      lastModifiedDateTime: '2026-03-01T09:30:00Z',
    });
    const graph = fakeGraph(() => ({ body: { value: [item('a'), item('b'), item('c')] } }));
    expect((await searchFiles(graph, 'mira', 'x', 2)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(optionsOf(graph.asked[0]?.path).$top).toBe('2');
    await searchFiles(graph, 'mira', 'x');
    expect(optionsOf(graph.asked[1]?.path).$top).toBe('25');
    expect(
      await searchFiles(
        fakeGraph(() => undefined),
        'mira',
        'x',
      ),
    ).toEqual([]);
  });

  it('sends the wanted number of people, the signal of the caller, and eventual consistency', async () => {
    const graph = fakeGraph(() => ({ body: { value: [] } }));
    const { signal } = new AbortController();
    await findPeople(graph, { id: 'mira', isPersonal: false }, 'a&b', { top: 3, signal });
    await findPeople(graph, { id: 'sam', isPersonal: true }, 'a"b', { top: 3, signal });
    const [work, near] = graph.asked;
    expect(work).toMatchObject({
      accountId: 'mira',
      purpose: 'people',
      headers: { ConsistencyLevel: 'eventual' },
      signal,
    });
    expect(optionsOf(work?.path)).toMatchObject({ $search: '"displayName:a b" OR "mail:a b"', $top: '3' });
    expect(near).toMatchObject({ accountId: 'sam', purpose: 'people-near', signal });
    expect(optionsOf(near?.path)).toMatchObject({ $search: '"a b"', $top: '3' });
  });

  it('returns as many people as requested, also those without a name or an address', async () => {
    const value = [
      { id: 'a', scoredEmailAddresses: [{ address: '' }] },
      { id: 'b', displayName: 'Ada' },
      { id: 'c' },
    ];
    const graph = fakeGraph(() => ({ body: { value } }));
    const found = await findPeople(graph, { id: 'sam', isPersonal: true }, 'a', { top: 2 });
    const nothing = { jobTitle: null, department: null, mail: null };
    expect(found).toEqual([
      { ...nothing, id: 'a', name: '' },
      { ...nothing, id: 'b', name: 'Ada' },
    ]);
  });
});
