import { instantAt, wallTime } from '../../demo/tenant/graph/time-zone.ts';

/** A moment at which everything that shows a time is tested. */
export interface Moment {
  /** IANA name. */
  zone: string;
  /** Why the day is special. */
  day: 'last day of the year' | 'clocks go forward' | 'clocks go back';
  /** Local date, `2026-12-31`. */
  date: string;
  /** Local time, `23:45`. */
  time: string;
  /** Milliseconds since the epoch. */
  instant: number;
}

/** West, east, and one with half an hour; the clocks of each change twice a year. */
export const ZONES = ['America/Los_Angeles', 'Pacific/Auckland', 'Australia/Adelaide'] as const;

/** Just after midnight, in the morning, at noon (12 PM), and just before midnight. */
export const TIMES = ['00:05', '08:30', '12:00', '23:45'] as const;

const DAY_MS = 86_400_000;

const dateOf = (day: number) => new Date(day).toISOString().slice(0, 10);

/** How long a local day is, in milliseconds: 23 or 25 hours where the clocks change. */
const lengthOf = (day: number, zone: string) =>
  instantAt(dateOf(day + DAY_MS), '00:00', zone) - instantAt(dateOf(day), '00:00', zone);

/** The first day of each kind, from `now` on, in a zone. */
function specialDays(now: number, zone: string): Record<Moment['day'], string> {
  const first = Date.parse(`${wallTime(now, zone).slice(0, 10)}T00:00:00Z`);
  const days = Array.from({ length: 366 }, (_, index) => first + index * DAY_MS);
  const find = (kind: string, isIt: (day: number) => boolean) => {
    const day = days.find(isIt);
    if (day === undefined) throw new Error(`No day in the next year of ${zone} is: ${kind}.`);
    return dateOf(day);
  };
  return {
    'last day of the year': find('the last of the year', (day) => dateOf(day).endsWith('-12-31')),
    'clocks go forward': find('shorter than 24 hours', (day) => lengthOf(day, zone) < DAY_MS),
    'clocks go back': find('longer than 24 hours', (day) => lengthOf(day, zone) > DAY_MS),
  };
}

/** Every time of every special day in every zone, for the year after `now`. */
export function momentsAfter(now: number): Moment[] {
  return ZONES.flatMap((zone) =>
    Object.entries(specialDays(now, zone)).flatMap(([day, date]) =>
      TIMES.map((time) => ({
        zone,
        day: day as Moment['day'],
        date,
        time,
        instant: instantAt(date, time, zone),
      })),
    ),
  );
}
