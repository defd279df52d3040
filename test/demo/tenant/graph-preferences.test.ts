import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GraphClient, isFields, startGraph } from './graph-client.ts';

let graph: GraphClient;

beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

const inbox = '/v1.0/me/mailFolders/inbox/messages';
const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const view = `/v1.0/me/calendarView?startDateTime=${at(-1)}&endDateTime=${at(8)}&$orderby=start/dateTime&$top=100`;
const prefer = (...preferences: string[]) => ({ headers: { Prefer: preferences.join(', ') } });

function readTime(time: unknown): { dateTime: string; timeZone: unknown } {
  if (!isFields(time)) throw new TypeError('no dateTimeTimeZone');
  return { dateTime: String(time.dateTime), timeZone: time.timeZone };
}

describe('The preference outlook.timezone', () => {
  const timedStarts = async (...preferences: string[]) =>
    (await graph.ask(view, prefer(...preferences))).value
      .filter(({ isAllDay }) => isAllDay === false)
      .map(({ start }) => readTime(start));

  it('moves the wall times of events, under the requested name', async () => {
    const utc = await timedStarts();
    const tokyo = await timedStarts('outlook.timezone="Asia/Tokyo"');
    expect(utc.length).toBeGreaterThan(5);
    for (const [index, { dateTime, timeZone }] of tokyo.entries()) {
      expect(timeZone).toBe('Asia/Tokyo');
      expect(dateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.0000000$/);
      const there = Date.parse(`${dateTime.slice(0, 19)}Z`);
      expect(there - Date.parse(`${utc[index]?.dateTime.slice(0, 19)}Z`)).toBe(9 * 3_600_000);
    }
    expect(utc[0]?.timeZone).toBe('UTC');
  });

  it('accepts the names of Windows', async () => {
    const windows = await timedStarts('outlook.timezone="Tokyo Standard Time"');
    expect(windows[0]?.timeZone).toBe('Tokyo Standard Time');
    expect(windows.map(({ dateTime }) => dateTime)).toEqual(
      (await timedStarts('outlook.timezone="Asia/Tokyo"')).map(({ dateTime }) => dateTime),
    );
  });

  it.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])(
    'keeps whole days at midnight in %s',
    async (zone) => {
      const { value } = await graph.ask(view, prefer(`outlook.timezone="${zone}"`));
      const days = value.filter(({ isAllDay }) => isAllDay === true);
      expect(days.length).toBeGreaterThan(1);
      for (const { start, end } of days) {
        for (const { dateTime, timeZone } of [readTime(start), readTime(end)]) {
          expect(dateTime).toContain('T00:00:00.0000000');
          expect(timeZone).toBe(zone);
        }
      }
    },
  );

  it.each(['Middle-earth/Shire', '+01:00'])('is refused for %s', async (zone) => {
    const answer = await graph.ask(view, prefer(`outlook.timezone="${zone}"`));
    expect(answer.status).toBe(400);
    expect(answer.error).toEqual(
      expect.objectContaining({
        code: 'TimeZoneNotSupportedException',
        message: `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${zone}'.`,
      }),
    );
  });
});

describe('The preference outlook.body-content-type', () => {
  const typesOf = async (...preferences: string[]) => {
    const { value } = await graph.ask(`${inbox}?$top=1000&$select=body`, prefer(...preferences));
    return new Set(value.map(({ body }) => (isFields(body) ? body.contentType : null)));
  };

  it('turns every body into text, or into HTML', async () => {
    expect(await typesOf()).toEqual(new Set(['html', 'text']));
    expect(await typesOf('outlook.body-content-type="text"')).toEqual(new Set(['text']));
    expect(await typesOf('outlook.body-content-type="html"')).toEqual(new Set(['html']));
  });

  it('leaves no markup in text', async () => {
    const options = prefer('outlook.body-content-type="text"');
    const { value } = await graph.ask(`${inbox}?$top=1000&$select=body,bodyPreview`, options);
    for (const { body, bodyPreview } of value) {
      const content = isFields(body) ? String(body.content) : '';
      expect(content).not.toMatch(/<\w|&\w+;/);
      expect(content.startsWith(String(bodyPreview))).toBe(true);
    }
  });

  it('applies to events as well', async () => {
    const { value } = await graph.ask(view, prefer('outlook.body-content-type="text"'));
    for (const { body } of value) expect(body).toMatchObject({ contentType: 'text' });
  });
});

describe('The preference IdType', () => {
  it('shows every item under its other id, and finds it by either', async () => {
    for (const list of [`${inbox}?$top=3`, view]) {
      const plain = (await graph.ask(list)).value;
      const immutable = (await graph.ask(list, prefer('IdType="ImmutableId"'))).value;
      for (const [index, { id }] of immutable.entries()) {
        expect(id).toMatch(/^AAkALgAA/);
        expect(id).not.toBe(plain[index]?.id);
      }
      const collection = list === view ? 'events' : 'messages';
      const id = encodeURIComponent(String(immutable[0]?.id));
      const { body } = await graph.ask(`/v1.0/me/${collection}/${id}`);
      expect(body.id).toBe(plain[0]?.id);
    }
  });

  it('names the series of a date in the same form', async () => {
    const { value } = await graph.ask(view, prefer('IdType="ImmutableId"'));
    const dates = value.filter(({ type }) => type === 'occurrence');
    expect(dates.length).toBeGreaterThan(3);
    for (const { seriesMasterId } of dates) expect(seriesMasterId).toMatch(/^AAkALgAA/);
  });

  it('leaves folders alone', async () => {
    const path = '/v1.0/me/mailFolders/inbox';
    const [plain, immutable] = await Promise.all([
      graph.ask(path),
      graph.ask(path, prefer('IdType="ImmutableId"')),
    ]);
    expect(immutable.body.id).toBe(plain.body.id);
  });
});

describe('The header Preference-Applied', () => {
  const applied = async (header: string) =>
    (await graph.ask(view, { headers: { Prefer: header } })).headers.get('preference-applied');

  it('repeats every preference of a header', async () => {
    expect(
      await applied('outlook.timezone="Asia/Tokyo", IdType="ImmutableId",outlook.body-content-type="text"'),
    ).toBe('outlook.timezone="Asia/Tokyo", IdType="ImmutableId", outlook.body-content-type="text"');
  });

  it.each([
    ['without quotes or in other letters', 'OUTLOOK.TIMEZONE=UTC;x=1', 'outlook.timezone="UTC"'],
    ['beside unknown ones', 'respond-async, a="b, c", idtype="ImmutableId"', 'IdType="ImmutableId"'],
    ['with a value that it does not know', 'outlook.body-content-type="markdown"', null],
    ['where there is none', '', null],
  ])('is right for preferences %s', async (_what, header, expected) => {
    expect(await applied(header)).toBe(expected);
  });
});
