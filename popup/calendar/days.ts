import type { CalendarEvent } from '../../src/data/calendar.ts';
import { startOfDay } from '../times.ts';

/** Today and six more days, as many as are read. */
const DAYS = 7;

/** One day of the calendar: its midnight here, and its events. */
export interface Day {
  start: number;
  end: number;
  events: CalendarEvent[];
}

/** An event as a day shows it: which of its ends lie in that day, and where it stands to the present. */
export interface Span {
  begins: boolean;
  ends: boolean;
  phase: 'past' | 'now' | 'to-come';
}

/** The days that are shown: those with something in them, today, and the one that was chosen (a midnight). */
export function daysToShow(days: readonly Day[], now: number, chosen: number): Day[] {
  return days.filter(
    ({ start, end, events }) => events.length > 0 || start === chosen || (start <= now && now < end),
  );
}

/** The seven days from that of a time on, each with its events. An event of several days is in each of them. */
export function daysFrom(first: number, events: readonly CalendarEvent[]): Day[] {
  return Array.from({ length: DAYS }, (_, at) => {
    const start = startOfDay(first, at);
    const end = startOfDay(first, at + 1);
    return { start, end, events: events.filter((event) => isWithin(event, start, end)).sort(allDayFirst) };
  });
}

/** How an event lies in a day. What takes the whole day is neither past nor to come while it lasts. */
export function spanOf(event: CalendarEvent, day: Pick<Day, 'start' | 'end'>, now: number): Span {
  const isOver = event.end <= now && event.end > event.start;
  const hasBegun = event.start <= now;
  return {
    begins: event.start >= day.start,
    ends: event.end <= day.end,
    phase: isOver ? 'past' : hasBegun ? 'now' : 'to-come',
  };
}

/** Before which of a day's events the present lies; null where the day has no hours to show, or is not today. */
export function nowMarkerAt({ start, end, events }: Day, now: number): number | null {
  const isToday = start <= now && now < end;
  if (!isToday || events.every(({ isAllDay }) => isAllDay)) return null;
  const next = events.findIndex((event) => !event.isAllDay && event.start > now);
  return next < 0 ? events.length : next;
}

const SOON_MS = 15 * 60_000;

/** Whether it is time to go to a meeting that is held online: it goes on, or begins within a quarter of an hour. */
export function isToJoin(event: CalendarEvent, now: number): boolean {
  const { joinUrl, isAllDay, isCancelled, response, start, end } = event;
  if (joinUrl === null || isAllDay || isCancelled || response === 'declined') return false;
  return start - SOON_MS <= now && now < end;
}

/** Whether somebody has been invited who can still say whether they come. */
export function canAnswer({ response, isCancelled, end }: CalendarEvent, now: number): boolean {
  return response !== 'organizer' && response !== 'none' && !isCancelled && end > now;
}

/** One without a length belongs to the day in which it begins. */
function isWithin(event: CalendarEvent, start: number, end: number): boolean {
  return event.start < end && (event.end > start || event.start >= start);
}

function allDayFirst(one: CalendarEvent, other: CalendarEvent): number {
  return Number(other.isAllDay) - Number(one.isAllDay) || one.start - other.start || one.end - other.end;
}
