import { describe, expect, it } from 'vitest';
import type { CalendarEvent, Reply } from '../../../src/contract.ts';
import { hours, setUpWorld } from '../../fakes/world.ts';

const world = setUpWorld();
const VIEW = '/v1.0/me/calendarView';
const next = (name: string) => `https://graph.microsoft.com${VIEW}/${name}`;

async function withCalendar() {
  // So that one window is enough.
  world.tenant.control.consentForOrganisation(['Calendars.ReadBasic']);
  const { background, id } = await world.signedIn();
  const read = () => background.handlers.getCalendar(id);
  return { read, events: () => read().then(dataOf) };
}

function dataOf(reply: Reply<CalendarEvent[]>): CalendarEvent[] {
  if (reply.kind === 'ready') return reply.data;
  throw new Error(`It came to ${JSON.stringify(reply.obstacle)}.`);
}

const at = (time: string) => ({ dateTime: `2026-03-01T${time}:00.0000000`, timeZone: 'UTC' });
const event = (id: string, start = '09:30', end = '10:00') => ({
  id,
  subject: id,
  start: at(start),
  end: at(end),
});

/** Has Graph answer with these pages, each under its own path. */
function answerWith(pages: Record<string, unknown>): void {
  for (const [name, body] of Object.entries(pages)) {
    world.tenant.control.faults.graph[name === '' ? VIEW : `${VIEW}/${name}`] = { status: 200, body };
  }
}

const pagesAsked = () => world.network.asked.filter((url) => url.includes('/calendarView'));

describe('The calendar', () => {
  it('has the events of today and six more days, in the order of their beginning', async () => {
    const { events } = await withCalendar();
    const found = await events();
    expect(found.length).toBeGreaterThan(3);
    const today = new Date().setHours(0, 0, 0, 0);
    for (const each of found) {
      expect(each).toEqual({
        id: expect.stringMatching(/\S/),
        subject: expect.any(String),
        start: expect.any(Number),
        end: expect.any(Number),
        isAllDay: expect.any(Boolean),
        isCancelled: expect.any(Boolean),
        location: each.location === null ? null : expect.stringMatching(/\S/),
        organizer: each.organizer === null ? null : expect.stringMatching(/\S/),
        showAs: expect.stringMatching(/^(free|tentative|busy|oof|workingElsewhere|unknown)$/),
      });
      expect(each.end).toBeGreaterThanOrEqual(each.start);
      expect(each.end).toBeGreaterThan(today);
      expect(each.start).toBeLessThan(today + 8 * hours(24));
    }
    expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).sort((a, b) => a - b));
  });

  it('asks for what it draws, and no more', async () => {
    const { events } = await withCalendar();
    await events();
    const { searchParams } = new URL(pagesAsked().at(0) ?? '');
    expect(searchParams.get('$select')?.split(',').sort()).toEqual(
      ['end', 'id', 'isAllDay', 'isCancelled', 'location', 'organizer', 'showAs', 'start', 'subject'].sort(),
    );
    const [from, to] = ['startDateTime', 'endDateTime'].map((name) =>
      Date.parse(searchParams.get(name) ?? ''),
    );
    expect(from).toBe(new Date().setHours(0, 0, 0, 0));
    expect(Math.round(((to ?? 0) - (from ?? 0)) / hours(24))).toBe(7);
  });

  it('reads times as UTC, and whole days as days here', async () => {
    const { events } = await withCalendar();
    const day = { start: at('00:00'), end: { dateTime: '2026-03-02T00:00:00.0000000', timeZone: 'UTC' } };
    answerWith({ '': { value: [event('a'), { ...event('b'), ...day, isAllDay: true, showAs: 'oof' }] } });
    expect(await events()).toMatchObject([
      {
        id: 'b',
        start: new Date(2026, 2, 1).getTime(),
        end: new Date(2026, 2, 2).getTime(),
        isAllDay: true,
        showAs: 'oof',
      },
      { id: 'a', start: Date.UTC(2026, 2, 1, 9, 30), end: Date.UTC(2026, 2, 1, 10), showAs: 'unknown' },
    ]);
  });

  it('leaves out what is no event, and keeps the others', async () => {
    const { events } = await withCalendar();
    const strange = [
      null,
      'text',
      {},
      { ...event('x'), id: 7 },
      { ...event('x'), start: 'now' },
      { ...event('x'), start: { dateTime: 'now' } },
      { ...event('x'), end: null },
      { ...event('x'), isAllDay: 'yes' },
      { ...event('x'), location: 'here' },
      { ...event('x'), organizer: { emailAddress: 'ada' } },
    ];
    answerWith({ '': { value: [...strange, event('a'), ...strange] } });
    expect((await events()).map(({ id }) => id)).toEqual(['a']);
  });

  it.each([
    ['time', '2026-03-01T99:99:99'],
    ['month', '2026-13-01T10:00:00.0000000'],
  ])('leaves out an event at a %s that does not exist', async (_, dateTime) => {
    const { events } = await withCalendar();
    const times = { start: { dateTime, timeZone: 'UTC' }, end: { dateTime, timeZone: 'UTC' } };
    answerWith({ '': { value: [event('b', '10:00'), { ...event('x'), ...times }, event('a')] } });
    expect((await events()).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('shows a state that Graph may add one day as unknown', async () => {
    const { events } = await withCalendar();
    answerWith({ '': { value: [{ ...event('a'), showAs: 'onTheMoon' }] } });
    expect(await events()).toMatchObject([{ showAs: 'unknown', location: null, organizer: null }]);
  });
});

describe('Pages', () => {
  it('are followed to the last, over an empty one, and sorted together', async () => {
    const { events } = await withCalendar();
    answerWith({
      '': { value: [event('c', '12:00', '13:00')], '@odata.nextLink': next('2?$skip=1&$skiptoken=a%2Fb') },
      2: { value: [], '@odata.nextLink': next('3') },
      3: { value: [event('a', '08:00', '09:00'), event('b')] },
    });
    expect((await events()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(pagesAsked().at(1)).toBe(next('2?$skip=1&$skiptoken=a%2Fb'));
    expect(pagesAsked()).toHaveLength(3);
  });

  it('end after the fourth, also where the links lead in a circle', async () => {
    const { events } = await withCalendar();
    answerWith({ '': { value: [event('a')], '@odata.nextLink': next('') } });
    expect(await events()).toHaveLength(4);
    expect(pagesAsked()).toHaveLength(4);
  });

  it('N16 are followed to Graph v1.0 alone, and no token goes elsewhere', async () => {
    const links = [
      'https://evil.example/v1.0/me/calendarView',
      'https://graph.microsoft.com.evil.example/v1.0/me/calendarView',
      'https://graph.microsoft.com@evil.example/v1.0/me/calendarView',
      'https://evil.example@graph.microsoft.com/v1.0/me/calendarView',
      'https://graph.microsoft.com:8443/v1.0/me/calendarView',
      'http://graph.microsoft.com/v1.0/me/calendarView',
      'https://graph.microsoft.com/beta/me/calendarView',
      'https://graph.microsoft.com/v1.0/../beta/me/calendarView',
      'https://graph.microsoft.com/v1.0evil/me',
      '//evil.example/v1.0/',
      '/v1.0/me/calendarView',
      'javascript:alert(1)',
      '',
    ];
    const { read } = await withCalendar();
    const asked = world.network.asked.length;
    for (const link of links) {
      answerWith({ '': { value: [event('a')], '@odata.nextLink': link } });
      const obstacle = { reason: 'microsoft-unavailable', detail: 'next link' };
      expect([link, await read()]).toMatchObject([link, { obstacle }]);
    }
    const first = world.network.asked.slice(asked).map((url) => url.split('?')[0]);
    expect(first).toEqual(links.map(() => `https://graph.microsoft.com${VIEW}`));
  });

  it('N13 have a token that is refused on the way renewed, once', async () => {
    const { events, read } = await withCalendar();
    answerWith({ '': { value: [event('a')], '@odata.nextLink': next('2') } });
    world.tenant.control.faults.graph[`${VIEW}/2`] = { status: 401, body: {} };
    const before = world.tokenRequests();
    expect(await read()).toMatchObject({ obstacle: { reason: 'session-ended', purpose: 'calendar' } });
    expect(world.tokenRequests()).toBe(before + 1);
    world.tenant.control.faults.graph = {};
    await expect(events()).rejects.toThrow('session-ended');
    expect(world.tokenRequests()).toBe(before + 1);
  });
});
