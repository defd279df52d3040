import { describe, expect, it } from 'vitest';
import { daysFrom, daysToShow, nowMarkerAt, spanOf } from '../../../popup/calendar/days.ts';
import { nameOfPlace } from '../../../popup/calendar/place.ts';
import { startOfDay } from '../../../popup/times.ts';
import { at, event } from '../today/event.ts';

const midnight = at('00:00');
const noon = at('12:00');
const dayAt = (days: number, events: ReturnType<typeof event>[] = []) => ({
  start: startOfDay(noon, days),
  end: startOfDay(noon, days + 1),
  events,
});

describe('A day', () => {
  it('is shown from its first moment to the first of the next', () => {
    const days = daysFrom(startOfDay(noon, -2), []);
    const shownAt = (now: number) => daysToShow(days, now, Number.NaN).map(({ start }) => start);
    expect(shownAt(midnight)).toEqual([midnight]);
    expect(shownAt(noon)).toEqual([midnight]);
    expect(shownAt(midnight - 1)).toEqual([startOfDay(noon, -1)]);
  });

  it('has its events by their beginning, and then by their end', () => {
    const events = [
      event('later', '10:00', '11:00'),
      event('long', '09:00', '12:00'),
      event('short', '09:00', '09:30'),
    ];
    expect(daysFrom(noon, events)[0]?.events.map(({ id }) => id)).toEqual(['short', 'long', 'later']);
  });

  it('has in it an event that begins and ends with it', () => {
    const whole = { ...event('whole', '00:00', '00:00'), end: startOfDay(noon, 1) };
    expect(spanOf(whole, dayAt(0), noon)).toEqual({ begins: true, ends: true, phase: 'now' });
  });

  it('has the present in it from its first moment on, and not with the first of the next', () => {
    const events = [event('one', '09:00', '10:00')];
    expect(nowMarkerAt(dayAt(0, events), midnight)).toBe(0);
    expect(nowMarkerAt(dayAt(-1, events), midnight)).toBeNull();
    expect(nowMarkerAt(dayAt(-1, events), noon)).toBeNull();
  });

  it('has the present behind what begins this moment', () => {
    const events = [event('one', '12:00', '13:00'), event('two', '12:01', '13:00')];
    expect(nowMarkerAt(dayAt(0, events), noon)).toBe(1);
  });
});

it.each([
  ['http://intranet/room', 'intranet'],
  ['HTTPS://Fernleigh.example:8443/j', 'fernleigh.example:8443'],
  ['tel:+441632960000', 'tel:+441632960000'],
  ['view-source:https://fernleigh.example/', 'view-source:https://fernleigh.example/'],
  ['https://fernleigh.example/j or Room 4', 'https://fernleigh.example/j or Room 4'],
])('names the place "%s" as %s', (location, name) => {
  expect(nameOfPlace(location)).toBe(name);
});
