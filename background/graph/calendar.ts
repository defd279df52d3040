import * as v from 'valibot';
import { type CalendarEvent, SHOWN_AS } from '../../src/contract.ts';
import { nullableText, query } from './answers.ts';
import type { Graph } from './client.ts';
import { readPages } from './paging.ts';

/** Today and six more days. */
const DAYS = 7;
const PAGE_SIZE = 50;
/** More than 200 events in a week are a room's calendar, or a mistake. */
const MOST_PAGES = 4;

const IN_UTC = 'outlook.timezone="UTC"';

/** Graph's `dateTimeTimeZone`, which `Prefer` has put into UTC: `2026-03-01T09:30:00.0000000`. */
const Moment = v.object({
  dateTime: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/),
    v.check((text) => !Number.isNaN(toTime(text, false)) && !Number.isNaN(toTime(text, true))),
  ),
});

/** Microsoft Graph v1.0, resource type `event`: what `Calendars.ReadBasic` shows and an agenda draws. */
const Event = v.object({
  id: v.string(),
  subject: nullableText,
  start: Moment,
  end: Moment,
  isAllDay: v.optional(v.boolean(), false),
  isCancelled: v.optional(v.boolean(), false),
  location: v.nullish(v.object({ displayName: nullableText }), null),
  organizer: v.nullish(v.object({ emailAddress: v.object({ name: nullableText }) }), null),
  // Enums are open (Microsoft: "Best practices for working with Microsoft Graph").
  showAs: v.fallback(v.picklist(SHOWN_AS), 'unknown'),
});

/**
 * The events of today and the days that follow, by this computer's clock and time zone.
 * @throws AppError
 */
export async function readCalendar(
  graph: Graph,
  accountId: string,
  now = new Date(),
): Promise<CalendarEvent[]> {
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const to = new Date(from.getFullYear(), from.getMonth(), from.getDate() + DAYS);
  const path = query('/me/calendarView', Event, {
    startDateTime: from.toISOString(),
    endDateTime: to.toISOString(),
    $orderby: 'start/dateTime',
    $top: String(PAGE_SIZE),
  });
  const access = { accountId, purpose: 'calendar' } as const;
  const found = await readPages(graph, access, { path, prefer: [IN_UTC] }, Event, MOST_PAGES);
  return found.map(toEvent).sort((one, other) => one.start - other.start || one.end - other.end);
}

function toEvent(event: v.InferOutput<typeof Event>): CalendarEvent {
  const { id, subject, isAllDay, isCancelled } = event;
  return {
    id,
    subject: subject ?? '',
    start: toTime(event.start.dateTime, isAllDay),
    end: toTime(event.end.dateTime, isAllDay),
    isAllDay,
    isCancelled,
    location: event.location?.displayName || null,
    organizer: event.organizer?.emailAddress.name || null,
    showAs: event.showAs,
  };
}

/** A day is a day wherever one is: an all-day event has a date, and no time zone. */
function toTime(dateTime: string, isAllDay: boolean): number {
  return isAllDay
    ? new Date(`${dateTime.slice(0, 10)}T00:00:00`).getTime()
    : Date.parse(`${dateTime.slice(0, 19)}Z`);
}
