import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readChanges } from '../../../background/graph/delta.ts';
import { fakeGraph, type Said } from './fake-graph.ts';

describe('A list of changes', () => {
  const link = (token: string) => `https://graph.microsoft.com/v1.0/delta?token=${token}`;
  const access = { accountId: 'mira', purpose: 'files' } as const;
  const entry = v.object({ id: v.string() });
  const changes = (say: (path: string) => Said | undefined, most = 3) => {
    const graph = fakeGraph(say);
    return readChanges(graph, access, { path: '/delta', prefer: ['x'] }, entry, most).then((found) => ({
      found,
      asked: graph.asked.map(({ path, prefer }) => [path, prefer]),
    }));
  };

  it('is followed page by page to the link for the next time', async () => {
    const pages: Record<string, object> = {
      '/delta': { value: [{ id: 'a' }, 7], '@odata.nextLink': link('2') },
      '/delta?token=2': { value: [{ id: 'b' }], '@odata.deltaLink': link('3') },
    };
    expect(await changes((path) => ({ body: pages[path] }))).toEqual({
      found: { entries: [{ id: 'a' }, { id: 'b' }], next: '/delta?token=3', isComplete: true },
      asked: [
        ['/delta', ['x']],
        ['/delta?token=2', ['x']],
      ],
    });
  });

  it('stays at the last link after the largest number of pages', async () => {
    const { found, asked } = await changes(() => ({ body: { value: [], '@odata.nextLink': link('9') } }), 2);
    expect(found).toEqual({ entries: [], next: '/delta?token=9', isComplete: false });
    expect(asked).toHaveLength(2);
  });

  it.each<[string, Said]>([
    ['410', { body: null, status: 410 }],
    ['the name of it', { body: { error: { code: 'SyncStateNotFound' } }, status: 400 }],
    ['another name of it', { body: { error: { code: 'resyncRequired' } }, status: 404 }],
    ['no link at all', { body: { value: [] } }],
  ])('is unknown if Graph has forgotten it, by %s', async (_how, said) => {
    expect((await changes(() => said)).found).toBeNull();
  });

  it('is not forgotten by an answer that only says so', async () => {
    const error = { code: 'syncStateNotFound' };
    const { found } = await changes(() => ({ body: { error, value: [], '@odata.deltaLink': link('1') } }));
    expect(found).toMatchObject({ isComplete: true });
    const other = changes(() => ({ body: { error: { code: 'notResync' } }, status: 400 }));
    await expect(other).rejects.toMatchObject({ reason: 'microsoft-unavailable' });
  });
});
