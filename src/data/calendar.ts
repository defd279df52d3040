import * as v from 'valibot';
import { epochMs, textOrNull } from './shapes.ts';

/** How an event shows in a calendar, in Graph's words; `oof` is out of office. */
export const SHOWN_AS = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown'] as const;

/** What somebody has said to an invitation, in Graph's words; `organizer` is whoever wrote it. */
export const RESPONSES = [
  'none',
  'organizer',
  'tentativelyAccepted',
  'accepted',
  'declined',
  'notResponded',
] as const;

export const CalendarEventShape = v.object({
  id: v.string(),
  subject: v.string(),
  start: epochMs,
  end: epochMs,
  isAllDay: v.boolean(),
  isCancelled: v.boolean(),
  location: textOrNull,
  organizer: textOrNull,
  showAs: v.picklist(SHOWN_AS),
  response: v.picklist(RESPONSES),
  joinUrl: textOrNull,
  webLink: textOrNull,
});

/**
 * An event. Times are epoch milliseconds; of an all-day event they are midnights here. `joinUrl` leads, by https, to a
 * meeting that is held online.
 */
export type CalendarEvent = v.InferOutput<typeof CalendarEventShape>;

export const CalendarShape = v.array(CalendarEventShape);
