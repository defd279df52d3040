import { expect, it } from 'vitest';
import { dayOf, isJustNow, relativeTime } from '../../options/times.ts';

const now = 1_700_000_000_000;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const inWords = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

it.each<[string, number, number, Intl.RelativeTimeFormatUnit]>([
  ['the same moment', 0, 0, 'second'],
  ['59 seconds', 59_000, 0, 'second'],
  ['a clock that was put back', -5 * minute, 0, 'second'],
  ['a minute', minute, -1, 'minute'],
  ['59 minutes', hour - 1, -59, 'minute'],
  ['an hour', hour, -1, 'hour'],
  ['a day', day, -1, 'day'],
  ['a month', 31 * day, -1, 'month'],
  ['two years', 800 * day, -2, 'year'],
])('puts %s in words', (_, ago, count, unit) => {
  expect(relativeTime(now - ago, now)).toBe(inWords.format(count, unit));
});

it('takes less than a minute as just now', () => {
  expect([isJustNow(now - minute + 1, now), isJustNow(now - minute, now)]).toEqual([true, false]);
});

it('writes the same day in every time zone', () => {
  const day22 = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' });
  expect(dayOf('2026-01-22')).toBe(day22.format(Date.UTC(2026, 0, 22, 12)));
});
