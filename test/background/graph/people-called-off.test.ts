import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../background/graph/client.ts';
import { searchPeople } from '../../../background/graph/people.ts';
import type { Person } from '../../../demo/tenant/index.ts';
import type { Purpose } from '../../../src/purposes.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { withGraph } from './with-graph.ts';

const world = setUpWorld();

/** A search that is called off in the moment in which its answer has arrived. */
async function searchAndCallOff(purposes: Purpose[], who?: Person) {
  const { graph, id, asked } = await withGraph(world, purposes, who);
  const controller = new AbortController();
  const calledOff: Graph = {
    async call(access, request) {
      const answer = await graph.call(access, request);
      controller.abort();
      return answer;
    },
  };
  const account = { id, isPersonal: who?.kind === 'personal' };
  return { asked, found: searchPeople(calledOff, account, 'mira', controller.signal) };
}

describe('A search for people that is called off as its answer arrives', () => {
  it('ends as not answered, and asks for no faces', async () => {
    const { asked, found } = await searchAndCallOff(['people', 'people-presence']);
    await expect(found).rejects.toMatchObject({ reason: 'not-answered', detail: 'search' });
    expect(asked).toHaveLength(1);
  });

  it('ends as not answered for a personal account too', async () => {
    const { found } = await searchAndCallOff(['people-near'], world.someone('personal'));
    await expect(found).rejects.toMatchObject({ reason: 'not-answered', detail: 'search' });
  });
});
