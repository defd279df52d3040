import type { Event as GraphEvent, Location, OnlineMeetingInfo } from '@microsoft/microsoft-graph-types';
import * as v from 'valibot';
import { type CalendarEvent, RESPONSES, SHOWN_AS } from '../../src/data/calendar.ts';
import { nullableText, type Shape } from './answers.ts';
import { findJoinLink } from './join-links.ts';
import { nullableLine, toLine } from './texts.ts';
import { outlookLink } from './web-links.ts';

/** Graph's `dateTimeTimeZone`, which `Prefer` has put into UTC: `2026-03-01T09:30:00.0000000`. */
const Moment = v.object({
  dateTime: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/),
    v.check((text) => !Number.isNaN(toTime(text, false)) && !Number.isNaN(toTime(text, true))),
  ),
});

/** A link more or less is no reason to leave an event out. */
const OnlineMeeting = v.fallback(
  v.nullish(v.object({ joinUrl: nullableText } satisfies Shape<OnlineMeetingInfo>), null),
  null,
);

/**
 * Microsoft Graph v1.0, resource type `event`: what `Calendars.ReadBasic` shows and an agenda draws. The permission
 * shows all but the body, attachments and extensions (Microsoft: "Graph permissions reference").
 */
export const Event = v.object({
  id: v.string(),
  subject: nullableLine,
  start: Moment,
  end: Moment,
  isAllDay: v.optional(v.boolean(), false),
  isCancelled: v.optional(v.boolean(), false),
  location: v.nullish(
    v.object({ displayName: nullableText, locationUri: nullableText } satisfies Shape<Location>),
    null,
  ),
  organizer: v.nullish(v.object({ emailAddress: v.object({ name: nullableLine }) }), null),
  // Enums are open (Microsoft: "Best practices for working with Microsoft Graph").
  showAs: v.fallback(v.picklist(SHOWN_AS), 'unknown'),
  responseStatus: v.nullish(v.object({ response: v.fallback(v.picklist(RESPONSES), 'none') }), null),
  onlineMeeting: OnlineMeeting,
  onlineMeetingUrl: nullableText,
  webLink: nullableText,
} satisfies Shape<GraphEvent>);

export function toEvent(event: v.InferOutput<typeof Event>): CalendarEvent {
  const { id, subject, isAllDay, isCancelled, showAs } = event;
  return {
    id,
    subject: subject ?? '',
    start: toTime(event.start.dateTime, isAllDay),
    end: toTime(event.end.dateTime, isAllDay),
    isAllDay,
    isCancelled,
    location: toLine(event.location?.displayName ?? '') || null,
    organizer: event.organizer?.emailAddress.name ?? null,
    showAs,
    response: event.responseStatus?.response ?? 'none',
    joinUrl: findJoinLink(event),
    webLink: outlookLink(event.webLink),
  };
}

/** A day is a day wherever one is: an all-day event has a date, and no time zone. */
function toTime(dateTime: string, isAllDay: boolean): number {
  return isAllDay
    ? new Date(`${dateTime.slice(0, 10)}T00:00:00`).getTime()
    : Date.parse(`${dateTime.slice(0, 19)}Z`);
}
