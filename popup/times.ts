import { clockTime, dateFormat, relativeFormat } from '../src/ui/times.ts';
import { wordLocale } from '../src/words.ts';

const DAY_MS = 24 * 60 * 60_000;

/** The midnight with which a day begins, here; `days` later or earlier if wanted. Not every day has 24 hours. */
export function startOfDay(at: number, days = 0): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** The midnight with which a month begins, here. */
export function startOfMonth(at: number): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), 1).getTime();
}

/** How many midnights lie between two times; negative for the past. */
export function daysBetween(from: number, to: number): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS);
}

/** As much of a time as a narrow column needs: "14:05", "Yesterday", "Mon", "3 Mar", "03/03/2024". */
export function shortTime(at: number, now: number, locale?: string): string {
  const days = daysBetween(now, at);
  if (days === 0) return clockTime(at, locale);
  if (days === -1) return relativeDay(days, locale);
  if (days < 0 && days > -7) return formatted(at, { weekday: 'short' }, locale);
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const format: Intl.DateTimeFormatOptions = isThisYear
    ? { day: 'numeric', month: 'short' }
    : { dateStyle: 'short' };
  return formatted(at, format, locale);
}

/** The whole of a time: "Tuesday 3 March 2026 at 14:05". */
export function longTime(at: number, locale?: string): string {
  return formatted(at, { dateStyle: 'full', timeStyle: 'short' }, locale);
}

/** A day as a heading: "Today", "Tomorrow", "Tuesday", with the date: "3 March". */
export function dayHeading(day: number, now: number, locale?: string): { name: string; date: string } {
  const days = daysBetween(now, day);
  const isNear = days === 0 || days === 1;
  return {
    name: isNear
      ? relativeDay(days, locale)
      : capitalised(formatted(day, { weekday: 'long' }, locale), locale),
    date: formatted(day, { day: 'numeric', month: 'long' }, locale),
  };
}

/** A stretch of the past as a heading: "Today", "Yesterday", "Monday", "March", "March 2024". */
export function pastHeading(at: number, now: number, locale?: string): string {
  const days = Math.min(0, daysBetween(now, at));
  if (days >= -1) return relativeDay(days, locale);
  if (days > -7) return capitalised(formatted(at, { weekday: 'long' }, locale), locale);
  return monthName(at, now, locale);
}

/** The month of a time, with the year where it is another: "March", "March 2024". */
export function monthName(at: number, now: number, locale?: string): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const format: Intl.DateTimeFormatOptions = isThisYear
    ? { month: 'long' }
    : { month: 'long', year: 'numeric' };
  return capitalised(formatted(at, format, locale), locale);
}

/** A day by its whole name: "Tuesday 3 March 2026". */
export function longDay(at: number, locale?: string): string {
  return formatted(at, { dateStyle: 'full' }, locale);
}

/** The name of a weekday and its number in the month, as short as a strip of seven has room for: "Tue", "3". */
export function stripDay(at: number, locale?: string): { weekday: string; date: string } {
  return {
    weekday: formatted(at, { weekday: 'short' }, locale),
    date: new Intl.NumberFormat(locale ?? wordLocale()).format(new Date(at).getDate()),
  };
}

function formatted(at: number, options: Intl.DateTimeFormatOptions, locale?: string): string {
  return dateFormat(options, locale).format(at);
}

function relativeDay(days: number, locale?: string): string {
  return capitalised(relativeFormat({ numeric: 'auto' }, locale).format(days, 'day'), locale);
}

/** For a place where a sentence would begin. */
function capitalised(text: string, locale?: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale ?? wordLocale()) + rest.join('');
}
