import { describe, expect, it } from 'vitest';
import {
  dayHeading,
  daysBetween,
  longDay,
  longTime,
  monthName,
  pastHeading,
  shortTime,
  startOfDay,
  startOfMonth,
  stripDay,
} from '../../popup/times.ts';
import { clockTime } from '../../src/ui/times.ts';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-03-04T15:00:00');

describe('A short time', () => {
  it.each([
    ['the hour, for today', '2026-03-04T09:05:00', '09:05'],
    ['the hour, a second after midnight', '2026-03-04T00:00:01', '00:00'],
    ['Yesterday, a second before midnight', '2026-03-03T23:59:59', 'Yesterday'],
    ['the weekday, in the week before', '2026-02-26T12:00:00', 'Thu'],
    ['the day, a week ago', '2026-02-25T12:00:00', '25 Feb'],
    ['the date, in another year', '2025-12-31T12:00:00', '31/12/2025'],
    ['the day, in the future, of a clock that is off', '2026-03-06T12:00:00', '6 Mar'],
  ])('is %s', (_, time, shown) => {
    expect(shortTime(at(time), now, 'en-GB')).toBe(shown);
  });

  it('has the words and the order of the language', () => {
    expect(shortTime(at('2026-03-03T12:00:00'), now, 'de')).toBe('Gestern');
    expect(shortTime(at('2026-03-04T15:30:00'), now, 'en-US')).toMatch(/^3:30\sPM$/u);
  });
});

describe('The name of a day', () => {
  it.each([
    ['2026-03-04T00:00:00', 'Today', '4 March'],
    ['2026-03-05T00:00:00', 'Tomorrow', '5 March'],
    ['2026-03-06T00:00:00', 'Friday', '6 March'],
    ['2026-03-03T00:00:00', 'Tuesday', '3 March'],
  ])('reads for %s "%s", "%s"', (day, name, date) => {
    expect(dayHeading(at(day), now, 'en-GB')).toEqual({ name, date });
  });

  it('changes at midnight, even after a day of 23 or 25 hours', () => {
    for (const start of ['2026-03-29', '2026-10-25', '2026-11-01', '2026-03-08']) {
      const next = new Date(startOfDay(at(`${start}T12:00:00`), 1));
      expect([next.getHours(), next.getMinutes()]).toEqual([0, 0]);
      expect(daysBetween(at(`${start}T23:30:00`), next.getTime())).toBe(1);
      expect(daysBetween(next.getTime(), at(`${start}T00:00:00`))).toBe(-1);
    }
  });
});

it('writes the time of day and the full time in the reader’s language', () => {
  expect(clockTime(now, 'en-GB')).toBe('15:00');
  expect(longTime(now, 'en-GB')).toMatch(/^Wednesday,? 4 March 2026 at 15:00$/);
});

describe('The heading of the past', () => {
  it.each([
    ['2026-03-05T00:00:00', 'Today'],
    ['2026-03-04T00:00:00', 'Today'],
    ['2026-03-03T00:00:00', 'Yesterday'],
    ['2026-02-26T23:00:00', 'Thursday'],
    ['2026-02-25T23:00:00', 'February'],
    ['2025-03-04T12:00:00', 'March 2025'],
  ])('reads for %s "%s"', (time, name) => {
    expect(pastHeading(at(time), now, 'en-GB')).toBe(name);
  });
});

it('writes the full and the narrow name of a day, and its month', () => {
  expect(longDay(now, 'en-GB')).toMatch(/^Wednesday,? 4 March 2026$/);
  expect(stripDay(now, 'en-GB')).toEqual({ weekday: 'Wed', date: '4' });
  expect(monthName(now, now, 'de')).toBe('März');
  expect(startOfMonth(now)).toBe(at('2026-03-01T00:00:00'));
});
