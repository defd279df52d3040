import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, type GraphClient, startGraph } from './graph-client.ts';

let graph: GraphClient;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
beforeEach(() => graph.reset());

const mine = '/v1.0/me/presence';
const read = (options: Ask = {}) => graph.ask(mine, { scopes: 'Presence.Read', ...options });
const set = (json: unknown, options: Ask = {}) =>
  graph.ask(`${mine}/setUserPreferredPresence`, {
    method: 'POST',
    scopes: 'Presence.ReadWrite',
    json,
    ...options,
  });
const readAll = (ids: unknown, options: Ask = {}) =>
  graph.ask('/v1.0/communications/getPresencesByUserId', {
    method: 'POST',
    scopes: 'Presence.Read.All',
    json: { ids },
    ...options,
  });

const busy = { availability: 'Busy', activity: 'Busy' };
const forbidden = [403, expect.objectContaining({ code: 'Forbidden', message: '' })];

describe('One’s own presence', () => {
  it.each(['Presence.Read', 'Presence.ReadWrite', 'Presence.Read.All'])(
    'is readable with %s',
    async (scopes) => {
      expect((await read({ scopes })).body).toMatchObject({
        id: graph.person('mira').oid,
        availability: 'Available',
        activity: 'Available',
        outOfOfficeSettings: { isOutOfOffice: false },
      });
    },
  );

  it('is closed to other permissions, and to a personal account', async () => {
    const { status, error } = await read({ scopes: 'User.Read' });
    expect([status, error]).toEqual(forbidden);
    expect((await read({ as: 'sam' })).status).toBe(400);
  });

  it('is the chosen one until that expires', async () => {
    const before = (await read()).body.sequenceNumber;
    const answer = await set({ ...busy, expirationDuration: 'PT1H30M' });
    expect([answer.status, answer.bytes.length]).toEqual([200, 0]);
    expect((await read()).body).toMatchObject(busy);
    expect(String((await read()).body.sequenceNumber) > String(before)).toBe(true);
    graph.workings.clock.advance(89 * 60_000);
    expect((await read()).body).toMatchObject(busy);
    graph.workings.clock.advance(60_000);
    expect((await read()).body).toMatchObject({ availability: 'Available' });
  });

  it.each([
    [busy, 1],
    [{ availability: 'Away', activity: 'Away' }, 7],
  ])('lasts, for %j without a time, %i days', async (presence, days) => {
    await set(presence);
    graph.workings.clock.advance(days * 86_400_000 - 60_000);
    expect((await read()).body).toMatchObject(presence);
    graph.workings.clock.advance(60_000);
    expect((await read()).body).toMatchObject({ availability: 'Available' });
  });

  it('returns to the former one when the choice is cleared', async () => {
    await set({ availability: 'Offline', activity: 'OffWork' });
    expect((await read()).body).toMatchObject({ availability: 'Offline', activity: 'OffWork' });
    const clear = { method: 'POST', scopes: 'Presence.ReadWrite', json: {} };
    expect((await graph.ask(`${mine}/clearUserPreferredPresence`, clear)).status).toBe(200);
    expect((await read()).body).toMatchObject({ availability: 'Available' });
  });

  it.each([
    { availability: 'Busy', activity: 'InAMeeting' },
    { availability: 'Offline', activity: 'Offline' },
    { availability: 'busy', activity: 'busy' },
    { availability: 'constructor', activity: 'constructor' },
    { availability: 'Busy' },
    { ...busy, expirationDuration: '1 hour' },
    { ...busy, expirationDuration: 'PT0S' },
    { ...busy, expirationDuration: 3600 },
  ])('refuses the choice %j', async (json) => {
    expect((await set(json)).status).toBe(400);
    expect((await read()).body).toMatchObject({ availability: 'Available' });
  });

  it('is changed with Presence.ReadWrite alone, and by nobody else', async () => {
    const { status, error } = await set(busy, { scopes: 'Presence.Read Presence.Read.All' });
    expect([status, error]).toEqual(forbidden);
    const theirs = `/v1.0/users/${graph.person('ingrid').oid}/presence/setUserPreferredPresence`;
    const options = { method: 'POST', scopes: 'Presence.ReadWrite', json: busy };
    expect((await graph.ask(theirs, options)).status).toBe(401);
  });
});

describe('The presence of others', () => {
  it('comes for every id in order, unknown ones too', async () => {
    await set(busy);
    const users = await graph.ask('/v1.0/users?$top=30&$select=id', { scopes: 'User.ReadBasic.All' });
    const ids = [
      graph.person('mira').oid,
      '00000000-0000-4000-8000-000000000000',
      ...users.value.map(({ id }) => id),
    ];
    const { status, value } = await readAll(ids);
    expect(status).toBe(200);
    expect(value.map(({ id }) => id)).toEqual(ids);
    expect(value[0]).toMatchObject(busy);
    expect(value[1]).toMatchObject({ availability: 'PresenceUnknown', activity: 'PresenceUnknown' });
    expect(new Set(value.map(({ availability }) => availability)).size).toBeGreaterThan(4);
    expect((await readAll(ids)).value).toEqual(value);
  });

  it('needs the permission Presence.Read.All', async () => {
    const { oid } = graph.person('ingrid');
    const { status, error } = await readAll([oid], { scopes: 'Presence.ReadWrite' });
    expect([status, error]).toEqual(forbidden);
    const path = `/v1.0/users/${oid}/presence`;
    expect((await graph.ask(path, { scopes: 'Presence.Read' })).status).toBe(403);
    expect((await graph.ask(path, { scopes: 'Presence.Read.All' })).body).toMatchObject({ id: oid });
    expect((await readAll([oid], { as: 'sam' })).status).toBe(400);
  });

  it('comes for 650 people at most', async () => {
    const id = graph.person('mira').oid;
    expect((await readAll(Array.from({ length: 650 }, () => id))).value).toHaveLength(650);
    expect((await readAll(Array.from({ length: 651 }, () => id))).status).toBe(400);
  });

  it.each([[undefined], ['mira'], [['mira']], [[4]]])('refuses the ids %j', async (ids) => {
    expect((await readAll(ids)).status).toBe(400);
  });
});
