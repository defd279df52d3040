import type { CalendarEvent } from '../../../src/data/calendar.ts';

/** Any day will do; this one has 24 hours everywhere. */
export const at = (time: string) => new Date(`2026-03-04T${time}:00`).getTime();

/** An event of that day, which is called by its id. */
export function event(
  id: string,
  start: string,
  end: string,
  part: Partial<CalendarEvent> = {},
): CalendarEvent {
  return {
    id,
    subject: id,
    start: at(start),
    end: at(end),
    isAllDay: false,
    isCancelled: false,
    location: null,
    organizer: null,
    showAs: 'busy',
    response: 'accepted',
    joinUrl: null,
    webLink: null,
    ...part,
  };
}
