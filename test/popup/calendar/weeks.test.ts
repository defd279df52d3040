import { describe, expect, it } from 'vitest';
import { dayAfter, dayKey, daysOfWeek, firstDayOfWeek, startOfWeek } from '../../../popup/calendar/weeks.ts';

const at = (text: string) => new Date(text).getTime();
const MONDAY = 1;
const SUNDAY = 7;

describe('A week', () => {
  it.each([
    ['Monday', MONDAY, '2026-03-02'],
    ['Sunday', SUNDAY, '2026-03-01'],
    ['Saturday', 6, '2026-02-28'],
    ['Thursday', 4, '2026-02-26'],
  ])('can begin on a %s', (_, firstDay, start) => {
    expect(dayKey(startOfWeek(at('2026-03-04T23:59:59'), firstDay))).toBe(start);
  });

  it('begins on its own first day', () => {
    expect(dayKey(startOfWeek(at('2026-03-02T00:00:00'), MONDAY))).toBe('2026-03-02');
  });

  it('has the weeks before and after on either side', () => {
    const from = at('2026-03-04T12:00:00');
    expect(dayKey(startOfWeek(from, MONDAY, -1))).toBe('2026-02-23');
    expect(dayKey(startOfWeek(from, MONDAY, 1))).toBe('2026-03-09');
  });

  it('has seven midnights, even when the clocks change', () => {
    for (const start of ['2026-03-23', '2026-10-19', '2026-03-02', '2026-10-26']) {
      const days = daysOfWeek(at(`${start}T00:00:00`));
      expect(new Set(days.map(dayKey)).size).toBe(7);
      expect(days.map((day) => startOfWeek(day, MONDAY))).toEqual(days.map(() => days[0]));
    }
  });

  it('begins on the first day that is usual in the reader’s region', () => {
    const known = 'getWeekInfo' in Intl.Locale.prototype || 'weekInfo' in Intl.Locale.prototype;
    expect(firstDayOfWeek('de-DE')).toBe(MONDAY);
    expect(firstDayOfWeek('en-US')).toBe(known ? SUNDAY : MONDAY);
  });
});

describe('The strip of a week', () => {
  const day = at('2026-03-08T00:00:00');
  const week = at('2026-03-02T00:00:00');
  const keyAfter = (key: string, isRightToLeft = false) => {
    const next = dayAfter(key, day, week, isRightToLeft);
    return next === null ? null : dayKey(next);
  };

  it.each([
    ['ArrowRight', '2026-03-09'],
    ['ArrowLeft', '2026-03-07'],
    ['PageDown', '2026-03-15'],
    ['PageUp', '2026-03-01'],
    ['Home', '2026-03-02'],
    ['End', '2026-03-08'],
    ['Enter', null],
  ])('moves on the key %s to %s', (key, next) => {
    expect(keyAfter(key)).toBe(next);
  });

  it('moves with the arrow keys in reading direction if days run from right to left', () => {
    expect(keyAfter('ArrowLeft', true)).toBe('2026-03-09');
    expect(keyAfter('ArrowRight', true)).toBe('2026-03-07');
  });
});
