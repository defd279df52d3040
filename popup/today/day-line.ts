import type { CalendarEvent } from '../../src/data/calendar.ts';
import { startOfDay } from '../times.ts';
import { isAttended } from './next-meeting.ts';

/** What is shown of every day, whatever is in it. */
const FIRST_HOUR = 7;
const LAST_HOUR = 19;

/** An event on the line: where it begins and ends, as shares of the line, and its place among those beside it. */
export interface Block {
  event: CalendarEvent;
  start: number;
  end: number;
  lane: number;
  lanes: number;
}

/** Today as a line. `hours` are what is written below it; `now` is where the present is, null where that is outside. */
export interface DayLine {
  blocks: Block[];
  hours: { at: number; place: number }[];
  now: number | null;
  allDay: CalendarEvent[];
}

/** Today's events in their places; those that overlap share the height between them. */
export function layOutDay(events: readonly CalendarEvent[], now: number): DayLine {
  const midnight = startOfDay(now);
  const nextMidnight = startOfDay(now, 1);
  const todays = events.filter(({ start, end }) => start < nextMidnight && end > midnight);
  const shown = todays
    .filter(isAttended)
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const starts = shown.map(({ start }) => Math.max(start, midnight));
  const ends = shown.map(({ end }) => Math.min(end, nextMidnight));
  const first = Math.min(FIRST_HOUR, ...starts.map((at) => new Date(at).getHours()));
  const last = Math.max(LAST_HOUR, ...ends.map((at) => hourAfter(at, nextMidnight)));
  const from = hourOf(midnight, first);
  const to = hourOf(midnight, last);
  const placeOf = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from)));
  return {
    blocks: inLanes(shown).map(({ event, ...lane }) => ({
      event,
      ...lane,
      start: placeOf(event.start),
      end: placeOf(event.end),
    })),
    hours: hoursBetween(first, last).map((hour) => {
      const at = hourOf(midnight, hour);
      return { at, place: placeOf(at) };
    }),
    now: from <= now && now <= to ? placeOf(now) : null,
    allDay: todays.filter(({ isAllDay, isCancelled }) => isAllDay && !isCancelled),
  };
}

/** The hour of the clock, also on a day that has 23 or 25 of them. */
function hourOf(midnight: number, hour: number): number {
  const date = new Date(midnight);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour).getTime();
}

function hourAfter(at: number, nextMidnight: number): number {
  if (at >= nextMidnight) return 24;
  const date = new Date(at);
  return date.getHours() + (date.getMinutes() > 0 ? 1 : 0);
}

/** About six of them, none at an end of the line, where there is no room for it. */
function hoursBetween(first: number, last: number): number[] {
  const step = last - first > 14 ? 4 : 2;
  const all = Array.from({ length: 24 }, (_, hour) => hour);
  return all.filter((hour) => hour % step === 0 && hour > first && hour < last);
}

interface Lane {
  event: CalendarEvent;
  lane: number;
  lanes: number;
}

/** Sorted by start: each goes to the first lane that is free; those that hang together have as many lanes. */
function inLanes(events: readonly CalendarEvent[]): Lane[] {
  const placed: Lane[] = [];
  let group: Lane[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const each of group) placed.push({ ...each, lanes: ends.length });
    group = [];
    ends = [];
  };
  for (const event of events) {
    if (ends.every((end) => end <= event.start)) close();
    const free = ends.findIndex((end) => end <= event.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = event.end;
    group.push({ event, lane, lanes: 0 });
  }
  close();
  return placed;
}
