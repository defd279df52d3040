import { describe, expect, it } from 'vitest';
import {
  canAnswer,
  daysFrom,
  daysToShow,
  isToJoin,
  nowMarkerAt,
  spanOf,
} from '../../../popup/calendar/days.ts';
import { startOfDay } from '../../../popup/times.ts';
import type { CalendarEvent } from '../../../src/data/calendar.ts';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-03-04T12:00:00');

function event(id: string, start: string, end: string, isAllDay = false): CalendarEvent {
  return {
    id,
    subject: id,
    start: at(start),
    end: at(end),
    isAllDay,
    isCancelled: false,
    location: null,
    organizer: null,
    showAs: 'busy',
    response: 'accepted',
    joinUrl: null,
    webLink: null,
  };
}

const idsByDay = (events: CalendarEvent[], chosen = startOfDay(now)) =>
  daysToShow(daysFrom(now, events), now, chosen).map((day) => [
    Math.round((day.start - startOfDay(now)) / 86_400_000),
    day.events.map(({ id }) => id),
  ]);

describe('The list of days', () => {
  it('leaves out days without events, but not today', () => {
    expect(idsByDay([event('later', '2026-03-06T09:00:00', '2026-03-06T10:00:00')])).toEqual([
      [0, []],
      [2, ['later']],
    ]);
    expect(idsByDay([])).toEqual([[0, []]]);
  });

  it('includes the chosen day, even if it is empty', () => {
    expect(idsByDay([], startOfDay(now, 3))).toEqual([
      [0, []],
      [3, []],
    ]);
  });

  it('has an event of several days in each of them, within the week', () => {
    const trip = event('trip', '2026-03-01T00:00:00', '2026-03-07T00:00:00', true);
    const fair = event('fair', '2026-03-09T00:00:00', '2026-03-20T00:00:00', true);
    expect(idsByDay([trip, fair])).toEqual([
      [0, ['trip']],
      [1, ['trip']],
      [2, ['trip']],
      [5, ['fair']],
      [6, ['fair']],
    ]);
  });

  it('ends a day at midnight, so that an event that ends then is not in the next', () => {
    const late = event('late', '2026-03-04T23:00:00', '2026-03-05T00:00:00');
    const over = event('over', '2026-03-03T23:00:00', '2026-03-04T00:00:00');
    const night = event('night', '2026-03-04T23:00:00', '2026-03-05T00:30:00');
    expect(idsByDay([over, late, night])).toEqual([
      [0, ['late', 'night']],
      [1, ['night']],
    ]);
  });

  it('shows an event without a length in its day', () => {
    const reminder = event('reminder', '2026-03-05T00:00:00', '2026-03-05T00:00:00');
    expect(idsByDay([reminder])).toEqual([
      [0, []],
      [1, ['reminder']],
    ]);
  });

  it('begins a day with the all-day events', () => {
    const early = event('early', '2026-03-04T00:00:00', '2026-03-04T01:00:00');
    const whole = event('whole', '2026-03-04T00:00:00', '2026-03-05T00:00:00', true);
    expect(idsByDay([early, whole])).toEqual([[0, ['whole', 'early']]]);
  });
});

describe('An event in its day', () => {
  const day = { start: startOfDay(now), end: startOfDay(now, 1) };

  it.each([
    ['is over', '2026-03-04T09:00:00', '2026-03-04T12:00:00', 'past'],
    ['goes on', '2026-03-04T12:00:00', '2026-03-04T12:30:00', 'now'],
    ['is to come', '2026-03-04T12:01:00', '2026-03-04T12:30:00', 'to-come'],
    ['has no length and is now', '2026-03-04T12:00:00', '2026-03-04T12:00:00', 'now'],
  ])('has the right phase if it %s', (_, start, end, phase) => {
    expect(spanOf(event('it', start, end), day, now)).toMatchObject({ begins: true, ends: true, phase });
  });

  it('can begin before its day, and end after it', () => {
    const long = event('long', '2026-03-03T09:00:00', '2026-03-05T12:00:00');
    expect(spanOf(long, day, now)).toEqual({ begins: false, ends: false, phase: 'now' });
  });
});

describe('The line of the present', () => {
  const past = event('past', '2026-03-04T09:00:00', '2026-03-04T10:00:00');
  const whole = event('whole', '2026-03-04T00:00:00', '2026-03-05T00:00:00', true);
  const next = event('next', '2026-03-04T14:00:00', '2026-03-04T15:00:00');
  const markerIn = (events: CalendarEvent[], offset = 0) => {
    const day = { start: startOfDay(now, offset), end: startOfDay(now, offset + 1), events };
    return nowMarkerAt(day, now);
  };

  it.each([
    ['before what is to come', [whole, past, next], 2],
    ['behind everything, in the evening', [past], 1],
    ['before everything, in the morning', [next], 0],
    ['nowhere without hours', [whole], null],
    ['nowhere without events', [], null],
  ])('lies %s', (_, events, place) => {
    expect(markerIn(events)).toBe(place);
  });

  it('is in no other day', () => {
    expect(markerIn([next], 1)).toBeNull();
  });
});

describe('An online meeting', () => {
  const meeting = {
    ...event('call', '2026-03-04T12:15:00', '2026-03-04T13:00:00'),
    joinUrl: 'https://teams.example/call',
  };

  it.each([
    ['a quarter of an hour before', '2026-03-04T12:00:00', true],
    ['while it goes on', '2026-03-04T12:59:59', true],
    ['not earlier', '2026-03-04T11:59:59', false],
    ['not once it is over', '2026-03-04T13:00:00', false],
  ])('can be joined at the right time: %s', (_, time, isDue) => {
    expect(isToJoin(meeting, at(time))).toBe(isDue);
  });

  it.each([
    ['has no address', { joinUrl: null }],
    ['was cancelled', { isCancelled: true }],
    ['was declined', { response: 'declined' as const }],
    ['takes all day', { isAllDay: true }],
  ])('cannot be joined if it %s', (_, part) => {
    expect(isToJoin({ ...meeting, ...part }, now)).toBe(false);
  });
});

describe('An invitation', () => {
  const later = event('later', '2026-03-04T14:00:00', '2026-03-04T15:00:00');

  it.each([
    ['notResponded', true],
    ['accepted', true],
    ['declined', true],
    ['organizer', false],
    ['none', false],
  ] as const)('can or cannot be answered if its answer is "%s": %s', (response, isOpen) => {
    expect(canAnswer({ ...later, response }, now)).toBe(isOpen);
  });

  it('cannot be answered once it was cancelled, or is over', () => {
    expect(canAnswer({ ...later, isCancelled: true }, now)).toBe(false);
    expect(canAnswer(later, later.end)).toBe(false);
  });
});
