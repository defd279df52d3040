import type { CalendarEvent } from '../../../demo/tenant/graph/calendar/event.ts';
import { generateEvents } from '../../../demo/tenant/graph/calendar/generate.ts';
import { createTaskBook } from '../../../demo/tenant/graph/tasks/task-book.ts';
import type { Person } from '../../../demo/tenant/index.ts';

/** An event as a day of the calendar shows it. */
export interface ExpectedRow {
  /** `2026-12-31`, here. */
  day: string;
  subject: string;
  /** The clock times that the row shows, as milliseconds since the epoch, and no others. */
  times: number[];
}

/** The midnight with which the day of `now` begins here, or the one `days` later. */
function midnight(now: number, days: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** A day as it is called here. The product has its own way to work it out. */
export const dayOf = (instant: number): string => new Intl.DateTimeFormat('sv-SE').format(instant);

function timesIn({ start, end, isAllDay }: CalendarEvent, from: number, to: number): number[] {
  if (isAllDay) return [];
  return [...(start >= from ? [start] : []), ...(end <= to ? [end] : [])];
}

/** What the calendar of a person shows for today and six more days, from what the tenant has. */
export function expectedCalendar(owner: Person, now: number): ExpectedRow[] {
  const events = generateEvents({ owner, now }).filter(({ type }) => type !== 'seriesMaster');
  return Array.from({ length: 7 }, (_, index) => index).flatMap((index) => {
    const [from, to] = [midnight(now, index), midnight(now, index + 1)];
    return events
      .filter(({ start, end }) => start < to && end > from)
      .sort((a, b) => Number(b.isAllDay) - Number(a.isAllDay) || a.start - b.start || a.end - b.end)
      .map((event) => ({
        day: dayOf(from),
        subject: event.subject,
        times: timesIn(event, from, to),
      }));
  });
}

/** The open tasks of a person by what their heading says of the day, for headings that speak of one. */
export function expectedTasks(
  owner: Person,
  now: number,
): Record<'overdue' | 'today' | 'tomorrow', string[]> {
  const open = createTaskBook(owner, now)
    .lists.flatMap(({ tasks }) => tasks)
    .filter(({ status, due }) => status !== 'completed' && due !== null);
  const titles = (isIt: (day: string) => boolean) =>
    open.filter(({ due }) => isIt(dayOf(due ?? 0))).map(({ title }) => title);
  const [today, tomorrow] = [dayOf(now), dayOf(midnight(now, 1))];
  return {
    overdue: titles((day) => day < today).sort(),
    today: titles((day) => day === today).sort(),
    tomorrow: titles((day) => day === tomorrow).sort(),
  };
}
