import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../background/graph/files.ts';
import { fileSyncOf } from '../../../src/storage.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { answerWith, withGraph } from './with-graph.ts';

const world = setUpWorld();
const RECENT = '/me/drive/recent';
const DELTA = '/me/drive/root/delta';
const link = (rest: string) => `https://graph.microsoft.com/v1.0${DELTA}?${rest}`;

/** Somebody whose recent files Graph tells no more. */
async function withoutRecent() {
  const { graph, book, id, asked } = await withGraph(world, ['files']);
  answerWith(world, RECENT, { value: [] });
  const read = async () => (await readFiles(graph, book, id)).items;
  const paths = () => asked.splice(0).map(({ path }) => path.replace(/\$select=[^&]*/, ''));
  return { id, read, paths };
}

const file = (id: string, day: string) => ({
  id,
  name: `${id}.docx`,
  webUrl: `https://fern-my.sharepoint.com/${id}.docx`,
  lastModifiedDateTime: `2026-03-${day}T00:00:00Z`,
  file: { mimeType: 'text/plain' },
});
const names = (items: { id: string }[]) => items.map(({ id }) => id);

describe('The newest files', () => {
  it('are found in the whole drive if Graph lists no recent ones', async () => {
    const { read } = await withoutRecent();
    const items = await read();
    expect(items.length).toBeGreaterThan(5);
    const times = items.map(({ changedAt }) => changedAt);
    expect(times).toEqual([...times].sort((one, other) => other - one));
    expect(items.map(({ kind }) => kind)).not.toContain('folder');
  });

  it('are updated with the changes since, in one request', async () => {
    const { id, read, paths } = await withoutRecent();
    const pages: Record<string, unknown> = {
      '': { value: [file('a', '01'), file('b', '02'), file('c', '03')], '@odata.nextLink': link('token=2') },
    };
    answerWith(world, DELTA, pages['']);
    // The same page five times, and enough: the rest of the drive is gone through at the next look.
    expect(names(await read()).slice(0, 3)).toEqual(['c', 'b', 'a']);
    paths();
    answerWith(world, DELTA, {
      value: [file('a', '09'), { id: 'b', deleted: { state: 'deleted' } }, file('d', '04'), file('a', '10')],
      '@odata.deltaLink': link('token=3'),
    });
    expect(names(await read())).toEqual(['a', 'd', 'c']);
    expect(paths()).toEqual([`${DELTA}?token=2`]);
    answerWith(world, DELTA, { value: [], '@odata.deltaLink': link('token=4') });
    expect(names(await read())).toEqual(['a', 'd', 'c']);
    expect(paths()).toEqual([`${DELTA}?token=3`]);
    expect(await fileSyncOf(id).get()).toMatchObject({ next: `${DELTA}?token=4` });
  });

  it('are read in full again if Graph has dropped the delta token', async () => {
    const { read, paths } = await withoutRecent();
    const before = names(await read());
    world.tenant.control.expireDeltaTokens();
    paths();
    expect(names(await read())).toEqual(before);
    const [expired, anew, ...more] = paths();
    expect([expired, anew]).toEqual([
      expect.stringContaining('token='),
      expect.not.stringContaining('token='),
    ]);
    expect(more).toEqual([]);
  });

  it.each([
    ['syncStateNotFound', 400],
    ['resyncRequired', 404],
  ])('are read in full again if Graph answers %s with status %i', async (code, status) => {
    const { read, paths } = await withoutRecent();
    await read();
    paths();
    answerWith(world, DELTA, { error: { code } }, status);
    await read();
    expect(paths()).toHaveLength(2);
  });

  it('are followed to Graph alone (N16)', async () => {
    const { read } = await withoutRecent();
    const evil = 'https://graph.microsoft.com.evil.example/v1.0/me/drive/root/delta?token=2';
    answerWith(world, DELTA, { value: [], '@odata.nextLink': evil });
    await expect(read()).rejects.toMatchObject({ reason: 'microsoft-unavailable' });
    expect(world.network.asked.filter((url) => url.includes('evil.example'))).toEqual([]);
  });

  it('are removed on sign-out', async () => {
    const { id, read } = await withoutRecent();
    await read();
    expect(await fileSyncOf(id).get()).not.toBeNull();
    const next = await world.wake();
    await next.handlers.signOut([id]);
    expect(await fileSyncOf(id).get()).toBeNull();
  });
});
