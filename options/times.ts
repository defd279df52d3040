import { clockTime, dateFormat, relativeFormat } from '../src/ui/times.ts';

const MINUTE_MS = 60_000;

/** A length of time in milliseconds, and the unit in which one counts from there on. */
const UNITS: readonly [number, Intl.RelativeTimeFormatUnit][] = [
  [365 * 24 * 60 * MINUTE_MS, 'year'],
  [30 * 24 * 60 * MINUTE_MS, 'month'],
  [24 * 60 * MINUTE_MS, 'day'],
  [60 * MINUTE_MS, 'hour'],
  [MINUTE_MS, 'minute'],
];

/** Whether the one time (epoch milliseconds) is less than a minute before the other. */
export function isJustNow(at: number, now: number): boolean {
  return now - at < MINUTE_MS;
}

/** "2 hours ago", in the browser's language. Both times are epoch milliseconds; what is to come counts as now. */
export function relativeTime(at: number, now: number): string {
  const words = relativeFormat({ numeric: 'auto' });
  const reached = UNITS.find(([length]) => now - at >= length);
  if (!reached) return words.format(0, 'second');
  const [length, unit] = reached;
  return words.format(-Math.floor((now - at) / length), unit);
}

/** Day and time to the second. */
export function exactTime(at: number): string {
  return dateFormat({ dateStyle: 'full', timeStyle: 'medium' }).format(at);
}

/** The time of day, with the day where that is not today's: a token may live longer than a day. */
export function timeAndDay(at: number, now: number): string {
  if (new Date(at).toDateString() === new Date(now).toDateString()) return clockTime(at);
  return dateFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** The day alone, of an ISO date: the same day wherever it is read. */
export function dayOf(isoDate: string): string {
  return dateFormat({ dateStyle: 'long', timeZone: 'UTC' }).format(new Date(isoDate));
}
