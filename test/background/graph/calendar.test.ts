import { describe, expect, it } from 'vitest';
import { readCalendar, readEvents } from '../../../background/graph/calendar.ts';
import { hours, setUpWorld } from '../../fakes/world.ts';
import { answerWith, optionsOf, withGraph } from './with-graph.ts';

const world = setUpWorld();
const VIEW = '/me/calendarView';

async function withCalendar() {
  const { graph, id, asked } = await withGraph(world, ['calendar']);
  return {
    asked,
    events: () => readCalendar(graph, id),
    between: (from: number, to: number) => readEvents(graph, id, from, to),
  };
}

const at = (time: string) => ({ dateTime: `2026-03-01T${time}:00.0000000`, timeZone: 'UTC' });
const event = (id: string, start = '09:30', end = '10:00') => ({
  id,
  subject: id,
  start: at(start),
  end: at(end),
});

describe('The calendar', () => {
  it('has the events of today and six more days, in the order of their start', async () => {
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
        response: expect.stringMatching(
          /^(none|organizer|tentativelyAccepted|accepted|declined|notResponded)$/,
        ),
        joinUrl:
          each.joinUrl === null
            ? null
            : expect.stringMatching(/^https:\/\/[\w.]+\.(microsoft|webex|zoom|google)\./),
        webLink: expect.stringMatching(/^https:\/\/outlook\.office365\.com\//),
      });
      expect(each.end).toBeGreaterThanOrEqual(each.start);
      // A whole day is that of the mailbox, which may have ended here as this one began.
      if (each.isAllDay) expect(each.end).toBeGreaterThanOrEqual(today);
      else expect(each.end).toBeGreaterThan(today);
      expect(each.start).toBeLessThan(today + 8 * hours(24));
    }
    expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).sort((a, b) => a - b));
  });

  it('asks for the fields that a week draws, and for nothing that Calendars.ReadBasic hides', async () => {
    const { events, asked } = await withCalendar();
    await events();
    const options = optionsOf(asked[0]);
    expect(options.$select?.split(',').sort()).toEqual([
      'end',
      'id',
      'isAllDay',
      'isCancelled',
      'location',
      'onlineMeeting',
      'onlineMeetingUrl',
      'organizer',
      'responseStatus',
      'showAs',
      'start',
      'subject',
      'webLink',
    ]);
    const [from, to] = [options.startDateTime, options.endDateTime].map((each) => Date.parse(each ?? ''));
    expect(from).toBe(new Date().setHours(0, 0, 0, 0));
    expect(Math.round(((to ?? 0) - (from ?? 0)) / hours(24))).toBe(7);
  });

  it('reads times as UTC, and whole days as local days', async () => {
    const { events } = await withCalendar();
    // The day before is over by half past nine UTC in every zone, so that the order is the same in each.
    const midnight = (date: string) => ({ dateTime: `${date}T00:00:00.0000000`, timeZone: 'UTC' });
    const day = { start: midnight('2026-02-28'), end: midnight('2026-03-01') };
    answerWith(world, VIEW, {
      value: [event('a'), { ...event('b'), ...day, isAllDay: true, showAs: 'oof' }],
    });
    expect(await events()).toMatchObject([
      {
        id: 'b',
        start: new Date(2026, 1, 28).getTime(),
        end: new Date(2026, 2, 1).getTime(),
        isAllDay: true,
        showAs: 'oof',
      },
      { id: 'a', start: Date.UTC(2026, 2, 1, 9, 30), end: Date.UTC(2026, 2, 1, 10), showAs: 'unknown' },
    ]);
  });

  it('leaves out a malformed event, and keeps the others', async () => {
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
      { ...event('x'), responseStatus: 'yes' },
    ];
    answerWith(world, VIEW, { value: [...strange, event('a'), ...strange] });
    expect((await events()).map(({ id }) => id)).toEqual(['a']);
  });

  it.each([
    ['time', '2026-03-01T99:99:99'],
    ['month', '2026-13-01T10:00:00.0000000'],
  ])('leaves out an event whose %s does not exist', async (_, dateTime) => {
    const { events } = await withCalendar();
    const times = { start: { dateTime, timeZone: 'UTC' }, end: { dateTime, timeZone: 'UTC' } };
    answerWith(world, VIEW, { value: [event('b', '10:00'), { ...event('x'), ...times }, event('a')] });
    expect((await events()).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('shows unknown values as unknown, and missing ones as absent', async () => {
    const { events } = await withCalendar();
    const later = { showAs: 'onTheMoon', responseStatus: { response: 'perhaps' }, onlineMeeting: 'yes' };
    answerWith(world, VIEW, { value: [{ ...event('a'), ...later, webLink: 'https://evil.example/' }] });
    const nothing = { location: null, organizer: null, joinUrl: null, webLink: null };
    expect(await events()).toMatchObject([{ showAs: 'unknown', response: 'none', ...nothing }]);
  });

  it('keeps declined and cancelled events, and marks them', async () => {
    const { events } = await withCalendar();
    const declined = { ...event('a'), responseStatus: { response: 'declined' } };
    answerWith(world, VIEW, { value: [declined, { ...event('b'), isCancelled: true }] });
    expect(await events()).toMatchObject([{ response: 'declined' }, { isCancelled: true }]);
  });

  it('finds the link to join in a place, and shortens a long place', async () => {
    const { events } = await withCalendar();
    const displayName = `${'Room '.repeat(200)} https://us02web.zoom.us/j/1`;
    answerWith(world, VIEW, { value: [{ ...event('a'), location: { displayName } }] });
    const [found] = await events();
    expect(found?.joinUrl).toBe('https://us02web.zoom.us/j/1');
    expect(found?.location?.length).toBeLessThanOrEqual(500);
  });
});

describe('A span', () => {
  const day = (count: number) => Date.UTC(2026, 2, 1) + count * hours(24);

  it('may have six weeks, with the extra hour of autumn', async () => {
    const { between, asked } = await withCalendar();
    const found = await between(day(0), day(42) + hours(1));
    expect(optionsOf(asked[0])).toMatchObject({
      startDateTime: '2026-03-01T00:00:00.000Z',
      endDateTime: '2026-04-12T01:00:00.000Z',
    });
    for (const { start, end } of found) {
      expect(end).toBeGreaterThanOrEqual(day(-1));
      expect(start).toBeLessThanOrEqual(day(43));
    }
  });

  it.each([
    ['that is longer', day(0), day(43)],
    ['that is empty', day(0), day(0)],
    ['that ends before it begins', day(1), day(0)],
    ['beyond all calendars', 8.64e15, 8.64e15 + 1000],
    ['before all calendars', -8.64e15 - 1000, -8.64e15],
    ['without an end', day(0), Number.POSITIVE_INFINITY],
    ['of no numbers', Number.NaN, Number.NaN],
  ])('is not asked for if it is invalid: %s', async (_, from, to) => {
    const call = () => Promise.reject(new Error('It was asked for.'));
    await expect(readEvents({ call }, 'id', from, to)).rejects.toMatchObject({ reason: 'not-found' });
  });
});
