import { afterEach, describe, expect, it } from 'vitest';
import { firstDayOfWeek, groupByDue, midnightOf, toDay } from '../../../popup/tasks/due-groups.ts';
import { dueWords } from '../../../popup/tasks/due-words.ts';

const zone = process.env.TZ;

/** A noon there, for computers that are there. */
function noonIn(place: string, day: string): number {
  process.env.TZ = place;
  return new Date(`${day}T12:00:00`).getTime();
}

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const due = (...days: (string | null)[]) => days.map((day) => ({ due: day }));

const grouped = (days: (string | null)[], now: number, locale?: string) =>
  Object.fromEntries(
    groupByDue(due(...days), now, locale).map(({ name, tasks }) => [name, tasks.map((task) => task.due)]),
  );

describe('The groups of tasks', () => {
  it('are sorted by day, and empty groups are left out', () => {
    const now = noonIn('Europe/Berlin', '2026-03-04');
    const days = [null, '2026-03-20', '2026-03-08', '2026-03-05', '2026-03-04', '2026-03-03', '1999-12-31'];
    expect(groupByDue(due(...days), now, 'en-GB').map(({ name }) => name)).toEqual([
      'overdue',
      'today',
      'tomorrow',
      'this-week',
      'later',
      'no-date',
    ]);
    expect(grouped(['2026-03-05'], now)).toEqual({ tomorrow: ['2026-03-05'] });
    expect(groupByDue([], now)).toEqual([]);
  });

  it.each([
    ['en-GB', 'Sunday the 8th', ['2026-03-07', '2026-03-08']],
    ['en-US', 'Saturday the 7th', ['2026-03-07']],
    ['ar-EG', 'Friday the 6th', []],
  ])('end the week of %s with %s', (locale, _, expected) => {
    const now = noonIn('Europe/Berlin', '2026-03-04');
    const groups = grouped(['2026-03-07', '2026-03-08', '2026-03-09'], now, locale);
    expect(groups['this-week'] ?? []).toEqual(expected);
  });

  it('have no rest of the week on its last day', () => {
    const now = noonIn('Europe/Berlin', '2026-03-08');
    expect(grouped(['2026-03-08', '2026-03-09', '2026-03-10'], now, 'en-GB')).toEqual({
      today: ['2026-03-08'],
      tomorrow: ['2026-03-09'],
      later: ['2026-03-10'],
    });
  });

  it.each([
    ['Europe/Berlin', '2026-03-28', '2026-03-29', '2026-03-30'],
    ['America/New_York', '2026-10-31', '2026-11-01', '2026-11-02'],
    // The clock goes forward at midnight, so that the day has none.
    ['Africa/Cairo', '2026-04-23', '2026-04-24', '2026-04-25'],
    ['Pacific/Apia', '2026-12-31', '2027-01-01', '2027-01-02'],
  ])(
    'put tomorrow at the right date in %s on days that are not 24 hours long',
    (place, today, tomorrow, after) => {
      const now = noonIn(place, today);
      const groups = grouped([today, tomorrow, after], now, 'en-GB');
      expect(groups).toMatchObject({ today: [today], tomorrow: [tomorrow] });
      expect(toDay(midnightOf(tomorrow))).toBe(tomorrow);
    },
  );
});

describe('A due day', () => {
  it.each([
    ['2026-03-03', 'Yesterday'],
    ['2026-03-01', '3 days ago'],
    ['2026-02-03', '3 Feb'],
    ['2026-03-04', 'Today'],
    ['2026-03-05', 'Tomorrow'],
    ['2026-03-06', 'Friday'],
    ['2026-03-11', '11 Mar'],
    ['2025-03-11', '11/03/2025'],
  ])('%s reads as %s', (day, words) => {
    // Here, wherever that is: the formatters that are kept keep their zone as well.
    expect(dueWords(day, new Date('2026-03-04T12:00:00').getTime(), 'en-GB')).toBe(words);
  });
});

describe('A week', () => {
  it.each([
    ['en-GB', 1],
    ['en-US', 0],
    ['ar-EG', 6],
  ])('begins in %s on day %i', (locale, day) => {
    expect(firstDayOfWeek(locale)).toBe(day);
  });
});
