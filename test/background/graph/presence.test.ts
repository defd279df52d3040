import { describe, expect, it } from 'vitest';
import { readPresence, readPresences, setPresence } from '../../../background/graph/presence.ts';
import { CHOICES } from '../../../src/data/presence.ts';
import { setUpWorld } from '../../fakes/world.ts';
import { answerWith, withGraph } from './with-graph.ts';

const world = setUpWorld();

describe('Presence', () => {
  it('shows what Teams reports, at the computer or away', async () => {
    const { graph, id } = await withGraph(world, ['presence']);
    const said = {
      Available: 'Available',
      AvailableIdle: 'Available',
      Busy: 'Busy',
      BusyIdle: 'Busy',
      DoNotDisturb: 'DoNotDisturb',
      BeRightBack: 'BeRightBack',
      Away: 'Away',
      Offline: 'Offline',
      PresenceUnknown: 'unknown',
      Levitating: 'unknown',
      constructor: 'unknown',
    };
    const read: Record<string, string> = {};
    for (const availability of Object.keys(said)) {
      answerWith(world, '/me/presence', { id: 'x', availability, activity: 'InAMeeting' });
      read[availability] = (await readPresence(graph, id)).availability;
    }
    expect(read).toEqual(said);
    answerWith(world, '/me/presence', { availability: null });
    expect(await readPresence(graph, id)).toEqual({ availability: 'unknown' });
  });

  it('shows the status that the person chose, until they leave it to Teams again', async () => {
    const { graph, id } = await withGraph(world, ['presence', 'presence-set']);
    const before = await readPresence(graph, id);
    for (const choice of CHOICES) {
      await setPresence(graph, id, choice);
      expect(await readPresence(graph, id)).toEqual({ availability: choice });
    }
    await setPresence(graph, id, null);
    expect(await readPresence(graph, id)).toEqual(before);
  });

  it('loses a chosen status after a day', async () => {
    const { graph, id, asked } = await withGraph(world, ['presence-set']);
    await setPresence(graph, id, 'Offline');
    expect(asked).toMatchObject([
      { body: { availability: 'Offline', activity: 'OffWork', expirationDuration: 'P1D' } },
    ]);
  });

  it('is not taken as set if Graph refuses', async () => {
    const { graph, id } = await withGraph(world, ['presence-set']);
    answerWith(world, '/me/presence', { error: { code: 'BadRequest' } }, 400);
    await expect(setPresence(graph, id, 'Busy')).rejects.toMatchObject({ reason: 'microsoft-unavailable' });
  });

  it('comes for others by their ids', async () => {
    const { graph, id } = await withGraph(world, ['people-presence']);
    answerWith(world, '/communications', {
      value: [{ id: 'a', availability: 'BusyIdle' }, { availability: 'Away' }, null, { id: 'b' }],
    });
    const found = await readPresences(graph, id, ['a', 'b', 'c']);
    expect([...found]).toEqual([
      ['a', 'Busy'],
      ['b', 'unknown'],
    ]);
  });
});
