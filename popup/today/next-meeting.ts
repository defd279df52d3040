import type { CalendarEvent } from '../../src/data/calendar.ts';
import { clockTime, dateFormat } from '../../src/ui/times.ts';
import { say, wordLocale } from '../../src/words.ts';
import { dayHeading, daysBetween } from '../times.ts';

/** So near that it is shown in the place of one that still goes on. */
const SOON_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

/** Whether an event takes the person's time at an hour of the day, as far as they have said. */
export function isAttended({ isAllDay, isCancelled, response }: CalendarEvent): boolean {
  return !isAllDay && !isCancelled && response !== 'declined';
}

/** The meeting that somebody who looks up now wants to know of: the present one, or the next. */
export function nextMeeting(events: readonly CalendarEvent[], now: number): CalendarEvent | null {
  const attended = events.filter(isAttended).sort((one, other) => one.start - other.start);
  const current = attended.filter(({ start, end }) => start <= now && end > now).at(-1) ?? null;
  const next = attended.find(({ start }) => start > now) ?? null;
  if (current && next && next.start - now <= SOON_MS) return next;
  return current ?? next;
}

/** How long it is until then, in whole minutes, begun ones included: "12 min", "1 hr 5 min". */
export function timeUntil(at: number, now: number, locale?: string): string {
  const minutes = Math.ceil((at - now) / MINUTE_MS);
  const parts = [
    [Math.floor(minutes / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const place = locale ?? wordLocale();
  const words = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) =>
      new Intl.NumberFormat(place, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    );
  return new Intl.ListFormat(place, { type: 'unit', style: 'narrow' }).format(words);
}

/** From when to when, with the day where it is not today's: "10:00 – 10:30", "Tomorrow, 09:00 – 10:00". */
export function meetingTime({ start, end }: CalendarEvent, now: number, locale?: string): string {
  const format = dateFormat({ timeStyle: 'short' }, locale);
  const isShort = end > start && daysBetween(start, end) === 0;
  const time = isShort ? format.formatRange(start, end) : clockTime(start, locale);
  if (daysBetween(now, start) <= 0) return time;
  return say('dayAndTime', dayHeading(start, now, locale).name, time);
}
