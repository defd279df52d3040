import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, type GraphClient, startGraph } from './graph-client.ts';

let graph: GraphClient;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
beforeEach(() => graph.reset());

const path = '/v1.0/me/mailFolders/inbox/messages/delta';
const select = '$select=subject,isRead,flag';

/** Goes on until there is nothing more, as a client does. */
async function follow(link: string, options?: Ask) {
  const pages = [];
  let deltaLink: unknown;
  for (let next: unknown = link; typeof next === 'string'; ) {
    const page = await graph.ask(next, options);
    expect(page.status).toBe(200);
    pages.push(page.value);
    next = page.body['@odata.nextLink'];
    deltaLink = page.body['@odata.deltaLink'];
    expect(typeof next === 'string').toBe(deltaLink === undefined);
  }
  return { pages, items: pages.flat(), deltaLink: String(deltaLink) };
}

const messagePath = (id: unknown) => `/v1.0/me/messages/${encodeURIComponent(String(id))}`;
const patch = (id: unknown, json: unknown) => graph.ask(messagePath(id), { method: 'PATCH', json });
const move = (id: unknown, destinationId: string) =>
  graph.ask(`${messagePath(id)}/move`, { method: 'POST', json: { destinationId } });
function deliver(count: number): void {
  graph.workings.faults.arrivals = { mira: count };
}

describe('A delta query of mail', () => {
  it('returns everything in its first round, in pages of the preferred size', async () => {
    const headers = { Prefer: 'odata.maxpagesize=25' };
    const { pages, items, deltaLink } = await follow(`${path}?${select}`, { headers });
    expect(pages.map((page) => page.length)).toEqual([25, 25, 10]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(60);
    expect(Object.keys(items[0] ?? {})).toEqual([
      '@odata.type',
      '@odata.etag',
      'id',
      'subject',
      'isRead',
      'flag',
    ]);
    expect(deltaLink).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/me\/mailFolders\/.*\?\$deltatoken=/);
    const first = await graph.ask(path, { headers });
    expect(first.headers.get('preference-applied')).toBe('odata.maxpagesize=25');
  });

  it('returns nothing if nothing has changed', async () => {
    const { deltaLink } = await follow(`${path}?${select}`);
    expect((await follow(deltaLink)).items).toEqual([]);
  });

  it('returns new messages, and the selected fields of flagged ones', async () => {
    const { items, deltaLink } = await follow(`${path}?${select}`);
    await patch(items[3]?.id, { flag: { flagStatus: 'flagged' } });
    deliver(2);
    const round = await follow(deltaLink);
    expect(round.items).toHaveLength(3);
    expect(round.items.filter(({ id }) => items.every((old) => old.id !== id))).toHaveLength(2);
    expect(round.items.find(({ id }) => id === items[3]?.id)).toMatchObject({
      subject: items[3]?.subject,
      flag: { flagStatus: 'flagged' },
    });
    expect((await follow(round.deltaLink)).items).toEqual([]);
  });

  it('returns only the changed field of a message that was read', async () => {
    const { items, deltaLink } = await follow(`${path}?${select}`);
    const unread = items.find(({ isRead }) => isRead === false);
    await patch(unread?.id, { isRead: true });
    expect((await follow(deltaLink)).items).toEqual([
      { '@odata.type': '#microsoft.graph.message', id: unread?.id, isRead: true },
    ]);
    const blind = await follow(`${path}?$select=subject`);
    await patch(unread?.id, { isRead: false });
    expect((await follow(blind.deltaLink)).items).toEqual([]);
  });

  it('returns the messages that left the folder, by their ids in it', async () => {
    const { items, deltaLink } = await follow(`${path}?$select=id`);
    const archive = await follow('/v1.0/me/mailFolders/archive/messages/delta?$select=id');
    const moved = (await move(items[0]?.id, 'archive')).body;
    await move(items[1]?.id, 'deleteditems');
    const gone = (await follow(deltaLink)).items;
    expect(gone.map(({ id, '@removed': removed }) => [id, removed])).toEqual([
      [items[0]?.id, { reason: 'deleted' }],
      [items[1]?.id, { reason: 'changed' }],
    ]);
    expect((await follow(archive.deltaLink)).items.map(({ id }) => id)).toEqual([moved.id]);
  });

  it('loses no change between its pages', async () => {
    const first = await graph.ask(`${path}?${select}`);
    await patch(first.value[0]?.id, { flag: { flagStatus: 'flagged' } });
    await move(first.value[1]?.id, 'archive');
    deliver(1);
    const rest = await follow(String(first.body['@odata.nextLink']));
    const round = await follow(rest.deltaLink);
    expect(round.items.map((item) => '@removed' in item)).toEqual([false, false, true]);
    expect(new Set([...first.value, ...rest.items, ...round.items].map(({ id }) => id)).size).toBe(61);
  });

  it('keeps the dates of its first round', async () => {
    const since = new Date(graph.workings.clock.now() - 86_400_000).toISOString();
    const { items, deltaLink } = await follow(
      `${path}?$select=receivedDateTime&$filter=receivedDateTime ge ${since}`,
    );
    expect(items.length).toBeGreaterThan(0);
    for (const { receivedDateTime } of items)
      expect(String(receivedDateTime) >= since.slice(0, 19)).toBe(true);
    expect(items.length).toBeLessThan(60);
    deliver(1);
    expect((await follow(deltaLink)).items).toHaveLength(1);
  });

  it.each([
    ['$filter=isRead eq false', 400],
    ['$deltatoken=nonsense', 400],
    ['$orderby=subject', 501],
    ['$search="tea"', 501],
  ])('refuses %s', async (query, status) => {
    expect((await graph.ask(`${path}?${query}`)).status).toBe(status);
  });

  it.each([
    ['they were expired', () => Object.assign(graph.workings.faults, { deltaEpoch: 1 })],
    ['the mailbox was reset', () => graph.reset()],
  ])('asks for a new start if its tokens are invalid, because %s', async (_why, spoil) => {
    const { deltaLink } = await follow(path);
    spoil();
    const answer = await graph.ask(deltaLink);
    expect([answer.status, answer.error]).toEqual([
      410,
      expect.objectContaining({ code: 'SyncStateNotFound' }),
    ]);
    const again = await follow(String(answer.headers.get('location')));
    expect(again.items).toHaveLength(60);
    expect((await follow(again.deltaLink)).items).toEqual([]);
  });
});

describe('A delta query of a calendar view', () => {
  const hour = 3_600_000;
  const iso = (instant: number) => new Date(instant).toISOString();
  const view = () => {
    const now = graph.workings.clock.now();
    return `/v1.0/me/calendarView/delta?startDateTime=${iso(now)}&endDateTime=${iso(now + 168 * hour)}`;
  };
  const answer = (id: unknown, verb: string) =>
    graph.ask(`/v1.0/me/events/${encodeURIComponent(String(id))}/${verb}`, { method: 'POST', json: {} });

  it('returns events whole, and of a date only its time and its series', async () => {
    const { pages, items } = await follow(view(), { headers: { Prefer: 'odata.maxpagesize=7' } });
    expect(pages[0]).toHaveLength(7);
    const dates = items.filter(({ type }) => type === 'occurrence');
    const masters = items.filter(({ type }) => type === 'seriesMaster');
    expect(new Set(dates.map(({ seriesMasterId }) => seriesMasterId))).toEqual(
      new Set(masters.map(({ id }) => id)),
    );
    expect(Object.keys(dates[0] ?? {})).toEqual([
      '@odata.type',
      '@odata.etag',
      'id',
      'seriesMasterId',
      'type',
      'start',
      'end',
    ]);
    const plain = await graph.ask(`${view().replace('/delta', '')}&$top=100`);
    expect(items.length - masters.length).toBe(plain.value.length);
  });

  it('returns an answered event until the token moves on', async () => {
    const { items, deltaLink } = await follow(view());
    const [first, second] = items.filter(
      ({ type, isOrganizer }) => type === 'singleInstance' && isOrganizer === false,
    );
    await answer(first?.id, 'tentativelyAccept');
    await answer(second?.id, 'decline');
    const round = await follow(deltaLink);
    expect(round.items).toHaveLength(2);
    expect(round.items).toContainEqual(
      expect.objectContaining({
        id: first?.id,
        responseStatus: expect.objectContaining({ response: 'tentativelyAccepted' }),
      }),
    );
    expect(round.items).toContainEqual({
      '@odata.type': '#microsoft.graph.event',
      id: second?.id,
      '@removed': { reason: 'deleted' },
    });
    expect((await follow(round.deltaLink)).items).toEqual([]);
  });

  it('works with the basic permission, which hides the text of invitations', async () => {
    const { status, value } = await graph.ask(view(), { scopes: 'Calendars.ReadBasic' });
    expect(status).toBe(200);
    const whole = value.find(({ type }) => type === 'singleInstance');
    expect(whole).toMatchObject({ subject: expect.any(String), showAs: expect.any(String) });
    expect(Object.keys(whole ?? {})).not.toContain('body');
    expect((await graph.ask(view(), { scopes: 'Mail.ReadBasic' })).status).toBe(403);
  });

  it('needs a span, and refuses $select', async () => {
    expect((await graph.ask(view().split('&')[0] ?? '')).status).toBe(400);
    const { status, error } = await graph.ask(`${view()}&$select=subject`);
    expect([status, error]).toEqual([400, expect.objectContaining({ code: 'ErrorInvalidUrlQuery' })]);
  });

  it('asks for a new start with the same span', async () => {
    const { items, deltaLink } = await follow(view());
    graph.workings.faults.deltaEpoch += 1;
    const expired = await graph.ask(deltaLink);
    expect(expired.status).toBe(410);
    expect((await follow(String(expired.headers.get('location')))).items).toEqual(items);
  });
});
