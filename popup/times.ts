import { clockTime } from '../src/ui/times.ts';

const DAY_MS = 24 * 60 * 60_000;

/** The midnight with which a day begins, here; `days` later or earlier if wanted. Not every day has 24 hours. */
export function startOfDay(at: number, days = 0): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
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
  if (days < 0 && days > -7) return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(at);
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const format: Intl.DateTimeFormatOptions = isThisYear
    ? { day: 'numeric', month: 'short' }
    : { dateStyle: 'short' };
  return new Intl.DateTimeFormat(locale, format).format(at);
}

/** The whole of a time: "Tuesday 3 March 2026 at 14:05". */
export function longTime(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(at);
}

/** A day as a heading: "Today", "Tomorrow", "Tuesday", with the date: "3 March". */
export function dayHeading(day: number, now: number, locale?: string): { name: string; date: string } {
  const days = daysBetween(now, day);
  const isNear = days === 0 || days === 1;
  return {
    name: isNear
      ? relativeDay(days, locale)
      : capitalised(new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(day), locale),
    date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(day),
  };
}

function relativeDay(days: number, locale?: string): string {
  return capitalised(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day'), locale);
}

/** For a place where a sentence would begin. */
function capitalised(text: string, locale?: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join('');
}
