import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../background/graph/profile.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { withGraph } from './with-graph.ts';

const world = setUpWorld();
const PHOTO = '/v1.0/me/photos/120x120/$value';

describe('A photo', () => {
  it('comes small, and in the same batch as the profile', async () => {
    const { graph, id } = await withGraph(world, ['profile']);
    const before = world.network.asked.length;
    const { name, photo } = await readProfile(graph, id, false);
    expect(name).toBe('Mira Halloran');
    expect(photo).toMatch(/^data:image\/(png|jpeg);base64,[\w+/]+=*$/);
    expect(world.network.asked.slice(before)).toEqual(['https://graph.microsoft.com/v1.0/$batch']);
  });

  it.each([
    ['is there', 404, 'application/json', '{}'],
    ['may be seen', 403, 'application/json', '{}'],
    ['is an image', 200, 'text/html', '<script>'],
    ['is of a kind without scripts', 200, 'image/svg+xml', '<svg/>'],
    ['is small enough', 200, 'image/png', 'x'.repeat(512 * 1024 + 1)],
  ])('is absent if none %s (P6)', async (_, status, type, body) => {
    const { graph, id } = await withGraph(world, ['profile']);
    world.tenant.control.faults.graph[PHOTO] = { status, headers: { 'Content-Type': type }, body };
    expect(await readProfile(graph, id, false)).toMatchObject({ name: 'Mira Halloran', photo: null });
  });

  it('is not requested for a personal account', async () => {
    const { graph, id, asked } = await withGraph(world, [], world.someone('personal'));
    expect(await readProfile(graph, id, true)).toMatchObject({ name: 'Sam Pelling', photo: null });
    expect(asked).toHaveLength(1);
  });
});
