import { describe, expect, it } from 'vitest';
import { layOutDay } from '../../../popup/today/day-line.ts';
import type { CalendarEvent } from '../../../src/data/calendar.ts';
import { at, event } from './event.ts';

const noon = at('12:00');
const hoursOf = (...events: CalendarEvent[]) =>
  layOutDay(events, noon).hours.map((hour) => new Date(hour.at).getHours());
const lanesOf = (...events: CalendarEvent[]) =>
  layOutDay(events, noon).blocks.map(({ event: { id }, lane, lanes }) => [id, lane, lanes]);

describe('The line of a day', () => {
  it("runs from seven to nineteen o'clock", () => {
    const { blocks, now } = layOutDay([event('work', '07:00', '19:00')], at('13:00'));
    expect(blocks).toMatchObject([{ start: 0, end: 1 }]);
    expect(now).toBe(0.5);
    expect(hoursOf()).toEqual([8, 10, 12, 14, 16, 18]);
  });

  it('stretches to the hours that the day’s events take', () => {
    const { blocks } = layOutDay([event('early', '05:30', '06:00'), event('late', '20:00', '20:15')], noon);
    expect(blocks[0]?.start).toBeCloseTo(0.5 / 16);
    expect(blocks[1]?.end).toBeCloseTo(15.25 / 16);
    expect(hoursOf(event('early', '05:30', '06:00'), event('late', '20:00', '20:15'))).toEqual([
      8, 12, 16, 20,
    ]);
  });

  it('has only today’s part of an event that runs past midnight', () => {
    const night = { ...event('night', '22:00', '23:00'), end: at('23:00') + 8 * 3_600_000 };
    expect(layOutDay([night], noon).blocks).toMatchObject([{ end: 1 }]);
    expect(layOutDay([{ ...night, start: night.end, end: night.end + 1 }], noon).blocks).toEqual([]);
  });

  it('does not mark the present if that lies outside', () => {
    expect(layOutDay([], at('06:00')).now).toBeNull();
    expect(layOutDay([], at('19:30')).now).toBeNull();
  });

  it('puts only overlapping events side by side', () => {
    expect(
      lanesOf(
        event('one', '09:00', '11:00'),
        event('two', '10:00', '12:00'),
        event('three', '11:00', '11:30'),
        event('alone', '12:00', '13:00'),
      ),
    ).toEqual([
      ['one', 0, 2],
      ['two', 1, 2],
      ['three', 0, 2],
      ['alone', 0, 1],
    ]);
  });

  it('separates all-day events, and leaves out cancelled and declined ones', () => {
    const fair = { ...event('fair', '00:00', '00:00', { isAllDay: true }), end: at('00:00') + 86_400_000 };
    const { blocks, allDay } = layOutDay(
      [
        fair,
        { ...fair, isCancelled: true },
        event('off', '09:00', '10:00', { isCancelled: true }),
        event('no', '09:00', '10:00', { response: 'declined' }),
      ],
      noon,
    );
    expect(blocks).toEqual([]);
    expect(allDay).toEqual([fair]);
  });
});
