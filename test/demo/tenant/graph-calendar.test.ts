import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GraphClient, isFields, startGraph } from './graph-client.ts';

let graph: GraphClient;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());
beforeEach(() => graph.reset());

const hour = 3_600_000;
const iso = (instant: number) => new Date(instant).toISOString();
const now = () => graph.workings.clock.now();
const view = (from: number, to: number, more = '') =>
  `/v1.0/me/calendarView?startDateTime=${iso(from)}&endDateTime=${iso(to)}${more}`;
const week = (more = '') => view(now(), now() + 7 * 24 * hour, more);
const instantOf = (time: unknown) =>
  isFields(time) ? Date.parse(`${String(time.dateTime).slice(0, 19)}Z`) : Number.NaN;

describe('Graph’s calendar view', () => {
  it('returns the events that touch the span, and no others', async () => {
    const [from, to] = [now(), now() + 24 * hour];
    const { value } = await graph.ask(view(from, to, '&$top=100'));
    const timed = value.filter(({ isAllDay }) => isAllDay === false);
    expect(timed.length).toBeGreaterThan(1);
    for (const { start, end } of timed) {
      expect(instantOf(start)).toBeLessThan(to);
      expect(instantOf(end)).toBeGreaterThan(from);
    }
    expect(timed.some(({ start }) => instantOf(start) < from)).toBe(true);
  });

  it('sorts on request, and pages like other lists', async () => {
    const starts: number[] = [];
    let pages = 0;
    for (
      let link: unknown = week('&$orderby=start/dateTime&$select=subject,start');
      typeof link === 'string';
    ) {
      const page = await graph.ask(link);
      expect(Object.keys(page.value[0] ?? {})).toEqual(['@odata.etag', 'id', 'subject', 'start']);
      starts.push(...page.value.map(({ start }) => instantOf(start)));
      pages += 1;
      link = page.body['@odata.nextLink'];
    }
    expect(pages).toBeGreaterThan(1);
    expect(starts).toEqual(starts.toSorted((left, right) => left - right));
  });

  it('accepts any $top', async () => {
    expect((await graph.ask(week('&$top=2'))).value).toHaveLength(2);
    expect((await graph.ask(week('&$top=1000000'))).body).not.toHaveProperty('@odata.nextLink');
  });

  it('reads a time without an offset as UTC', async () => {
    const bare = (instant: number) => iso(instant).slice(0, 19);
    const [from, to] = [Math.floor(now() / 1000) * 1000, now() + 24 * hour];
    const path = `/v1.0/me/calendarView?startdatetime=${bare(from)}&enddatetime=${bare(to)}&$top=100`;
    expect((await graph.ask(path)).value).toEqual((await graph.ask(view(from, to, '&$top=100'))).value);
  });

  it.each([
    '/v1.0/me/calendarView',
    '/v1.0/me/calendarView?startDateTime=2026-09-01T00:00:00Z',
    '/v1.0/me/calendarView?endDateTime=2026-09-01T00:00:00Z',
  ])('refuses a request without both ends: %s', async (path) => {
    const answer = await graph.ask(path);
    expect(answer.status).toBe(400);
    expect(answer.error).toMatchObject({
      code: 'ErrorInvalidParameter',
      message:
        'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    });
  });

  it.each([
    ['a date that is none', 'startDateTime=tomorrow&endDateTime=2026-09-01', 'ErrorInvalidParameter'],
    ['an end before the start', 'startDateTime=2026-09-02&endDateTime=2026-09-01', 'ErrorInvalidParameter'],
    [
      // A plus sign that nobody encoded arrives as a space.
      'an offset that was not encoded',
      'startDateTime=2026-09-01T00:00:00+02:00&endDateTime=2026-09-02T00:00:00Z',
      'ErrorInvalidParameter',
    ],
    ['more than five years', 'startDateTime=2020-01-01&endDateTime=2026-01-01', 'ErrorInvalidRequest'],
    [
      'an unknown property',
      'startDateTime=2026-09-01&endDateTime=2026-09-02&$select=shoeSize',
      'RequestBroker--ParseUri',
    ],
  ])('refuses %s', async (_what, query, code) => {
    const answer = await graph.ask(`/v1.0/me/calendarView?${query}`);
    expect([answer.status, answer.error]).toEqual([400, expect.objectContaining({ code })]);
  });

  it('returns a series as its dates, each with a link to the series', async () => {
    const { value } = await graph.ask(week('&$top=100'));
    expect(value.map(({ type }) => type)).not.toContain('seriesMaster');
    const [date] = value.filter(({ type }) => type === 'occurrence');
    expect(date?.recurrence).toBeNull();
    const { body } = await graph.ask(`/v1.0/me/events/${encodeURIComponent(String(date?.seriesMasterId))}`);
    expect(body).toMatchObject({
      type: 'seriesMaster',
      subject: date?.subject,
      seriesMasterId: null,
      recurrence: { pattern: { type: 'weekly', interval: 1 }, range: { type: 'noEnd' } },
    });
  });
});

describe('An event', () => {
  it('comes complete, with its ETag', async () => {
    const [first] = (await graph.ask(week('&$top=1'))).value;
    const answer = await graph.ask(`/v1.0/me/events/${encodeURIComponent(String(first?.id))}`);
    expect(answer.body).toMatchObject({ ...first });
    expect(answer.headers.get('etag')).toBe(first?.['@odata.etag']);
  });

  it('is cut to $select', async () => {
    const [first] = (await graph.ask(week('&$top=1'))).value;
    const { body } = await graph.ask(`/v1.0/me/events/${first?.id}?$select=subject,onlineMeeting`);
    expect(Object.keys(body)).toEqual(['@odata.context', '@odata.etag', 'id', 'subject', 'onlineMeeting']);
  });

  it('is found only by its exact id', async () => {
    const [first] = (await graph.ask(week('&$top=1'))).value;
    const answer = await graph.ask(`/v1.0/me/events/${String(first?.id).toLowerCase()}`);
    expect([answer.status, answer.error]).toEqual([
      404,
      expect.objectContaining({ code: 'ErrorItemNotFound' }),
    ]);
    expect((await graph.ask('/v1.0/me/events/nonsense')).status).toBe(400);
  });
});

describe('An answer to an invitation', () => {
  const idOf = (event: Record<string, unknown> | undefined) => encodeURIComponent(String(event?.id));
  const all = async () => (await graph.ask(week('&$top=100'))).value;
  const invited = async () =>
    (await all()).find(
      ({ responseStatus, type }) =>
        isFields(responseStatus) && responseStatus.response === 'notResponded' && type === 'singleInstance',
    );
  const answer = (
    event: Record<string, unknown> | undefined,
    verb: string,
    json: unknown = {},
    scopes?: string,
  ) =>
    graph.ask(`/v1.0/me/events/${idOf(event)}/${verb}`, {
      method: 'POST',
      json,
      ...(scopes === undefined ? {} : { scopes }),
    });

  it.each([
    ['accept', 'accepted', 'busy'],
    ['tentativelyAccept', 'tentativelyAccepted', 'tentative'],
  ])('shows in later reads: %s', async (verb, response, showAs) => {
    const event = await invited();
    const { status, body } = await answer(event, verb, { sendResponse: true, comment: 'With a torch.' });
    expect([status, body]).toEqual([202, {}]);
    const later = (await graph.ask(`/v1.0/me/events/${idOf(event)}`)).body;
    expect(later).toMatchObject({ responseStatus: { response }, showAs });
    expect(later.changeKey).not.toBe(event?.changeKey);
    expect(JSON.stringify(later.attendees)).toContain(`"response":"${response}"`);
  });

  it('removes the event from the calendar if it declines', async () => {
    const event = await invited();
    expect((await answer(event, 'decline')).status).toBe(202);
    expect((await all()).map(({ id }) => id)).not.toContain(event?.id);
    expect((await graph.ask(`/v1.0/me/events/${idOf(event)}`)).status).toBe(404);
  });

  it('applies to every date of a series', async () => {
    const date = (await all()).find(
      ({ type, isOrganizer }) => type === 'occurrence' && isOrganizer === false,
    );
    expect((await answer({ id: date?.seriesMasterId }, 'decline')).status).toBe(202);
    const masters = (await all()).map(({ seriesMasterId }) => seriesMasterId);
    expect(masters).not.toContain(date?.seriesMasterId);
  });

  it('is refused for the person’s own meeting', async () => {
    const own = (await all()).find(({ isOrganizer }) => isOrganizer === true);
    const { status, error } = await answer(own, 'accept');
    expect([status, error]).toEqual([
      400,
      expect.objectContaining({
        code: 'ErrorInvalidRequest',
        message: expect.stringContaining("because you're the meeting organizer"),
      }),
    ]);
  });

  it.each([{ kettle: true }, { sendResponse: 'yes' }, { comment: 7 }, []])(
    'is refused for %j',
    async (json) => {
      const event = await invited();
      expect((await answer(event, 'accept', json)).status).toBe(400);
      expect((await graph.ask(`/v1.0/me/events/${idOf(event)}`)).body).toMatchObject({
        responseStatus: { response: 'notResponded' },
      });
    },
  );

  it('needs the permission Calendars.ReadWrite', async () => {
    expect((await answer(await invited(), 'accept', {}, 'Calendars.Read')).status).toBe(403);
  });
});
