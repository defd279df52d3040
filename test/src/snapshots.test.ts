import { beforeEach, describe, expect, it } from 'vitest';
import { dropSnapshots, keepSnapshot, readSnapshots } from '../../src/snapshots.ts';
import { fake, resetFakeBrowser } from '../fakes/fake-browser.ts';

const presence = { data: { availability: 'Busy' as const }, readAt: 5 };
const files = { data: { hasDrive: false, items: [] }, readAt: 6 };

/** Tasks whose title makes the whole snapshot that many characters of JSON. */
function tasksOf(length: number) {
  const task = { id: 't', listId: 'l', due: null, isDone: false, isImportant: false, link: null };
  const withTitle = (title: string) => ({
    data: { lists: [], tasks: [{ ...task, title }] },
    readAt: 7,
  });
  return withTitle('x'.repeat(length - JSON.stringify(withTitle('')).length));
}

beforeEach(resetFakeBrowser);

describe('A snapshot', () => {
  it('is kept for its account and its reading, in memory alone', async () => {
    await keepSnapshot('mira', 'getPresence', presence);
    await keepSnapshot('mira', 'getFiles', files);
    await keepSnapshot('sam', 'getFiles', { ...files, readAt: 9 });
    expect(await readSnapshots('mira')).toEqual({ getPresence: presence, getFiles: files });
    expect(await readSnapshots('sam')).toEqual({ getFiles: { ...files, readAt: 9 } });
    expect(await readSnapshots('nobody')).toEqual({});
    expect(fake.local.items).toEqual({});
  });

  it.each([
    ['has another shape', { data: { availability: 'Levitating' }, readAt: 5 }],
    ['has no time', { data: { availability: 'Busy' } }],
    ['is no snapshot', 'Busy'],
  ])('is absent if it %s', async (_what, value) => {
    await keepSnapshot('mira', 'getFiles', files);
    fake.session.items['snapshot:getPresence:mira'] = value;
    expect(await readSnapshots('mira')).toEqual({ getFiles: files });
  });

  it('is kept up to 96 Ki characters of JSON, and one that is longer takes away the one before', async () => {
    const longest = tasksOf(96 * 1024);
    await keepSnapshot('mira', 'getTasks', longest);
    expect(await readSnapshots('mira')).toEqual({ getTasks: longest });
    await keepSnapshot('mira', 'getPresence', presence);
    await keepSnapshot('mira', 'getTasks', tasksOf(96 * 1024 + 1));
    expect(await readSnapshots('mira')).toEqual({ getPresence: presence });
  });

  it('takes away the one before if memory is full', async () => {
    await keepSnapshot('mira', 'getPresence', presence);
    fake.session.isFull = true;
    await keepSnapshot('mira', 'getPresence', { ...presence, readAt: 8 });
    expect(await readSnapshots('mira')).toEqual({});
  });

  it('is dropped by its reading, or with all others of its account', async () => {
    for (const id of ['mira', 'sam']) {
      await keepSnapshot(id, 'getPresence', presence);
      await keepSnapshot(id, 'getFiles', files);
    }
    await dropSnapshots('mira', ['getFiles']);
    expect(await readSnapshots('mira')).toEqual({ getPresence: presence });
    await dropSnapshots('mira');
    expect(await readSnapshots('mira')).toEqual({});
    expect(await readSnapshots('sam')).toEqual({ getPresence: presence, getFiles: files });
  });
});
