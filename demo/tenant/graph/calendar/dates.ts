import { addDays, dateIn, instantAt, mailboxZone } from '../time-zone.ts';
import type { Weekday, When } from './template.ts';

/** From when to when. */
export interface Span {
  start: number;
  end: number;
}

const minute = 60_000;
const weekdays: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

const midnight = (date: string) => instantAt(date, '00:00', mailboxZone.iana);

function spanAt(date: string, at: string, minutes: number): Span {
  const start = instantAt(date, at, mailboxZone.iana);
  return { start, end: start + minutes * minute };
}

/** When an event is, seen from now; a series has many dates, from eight weeks ago to five weeks ahead. */
export function findSpans(when: When, now: number): Span[] {
  const today = dateIn(now, mailboxZone.iana);
  if ('fromNow' in when) {
    const lately = Math.floor(now / (5 * minute)) * 5 * minute;
    const start = lately + when.fromNow * minute;
    return [{ start, end: start + when.minutes * minute }];
  }
  if ('weekly' in when) {
    return Array.from({ length: 92 }, (_, index) => addDays(today, index - 56))
      .filter((date) => {
        const weekday = weekdays[new Date(`${date}T12:00:00Z`).getUTCDay()];
        return weekday !== undefined && when.weekly.includes(weekday);
      })
      .map((date) => spanAt(date, when.at, when.minutes));
  }
  const date = addDays(today, when.day);
  if ('days' in when) return [{ start: midnight(date), end: midnight(addDays(date, when.days)) }];
  return [spanAt(date, when.at, when.minutes)];
}
