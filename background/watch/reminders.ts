import type { Meeting, Reminder } from '../../src/watch-memory.ts';

const MINUTE_MS = 60_000;

/** So long before a meeting its reminder comes. */
export const AHEAD_MS = 5 * MINUTE_MS;
/** A reminder that was slept through still comes until so long after the beginning. */
const LATE_MS = 10 * MINUTE_MS;

/** What is to be done about reminders now. */
export interface ReminderPlan {
  /** Meetings of which nobody was reminded, though it is time. */
  due: Meeting[];
  /** Reminders that were shown of meetings that are still so; the others have nothing to say any more. */
  valid: Reminder[];
  /** When the next one is due (epoch ms). */
  nextAt: number | null;
}

/** Which meetings to remind of, from what is known of them alone. A meeting that was moved is reminded of anew. */
export function planReminders(
  meetings: readonly Meeting[],
  reminded: readonly Reminder[],
  now: number,
): ReminderPlan {
  const wanted = meetings.filter(isWorthReminder);
  const isSame = (meeting: Meeting, { eventId, start }: Reminder) =>
    meeting.id === eventId && meeting.start === start;
  const valid = reminded.filter((reminder) =>
    wanted.some((meeting) => isSame(meeting, reminder) && now < Math.max(meeting.end, lastCall(meeting))),
  );
  const open = wanted.filter((meeting) => !valid.some((reminder) => isSame(meeting, reminder)));
  const due = open.filter((meeting) => firstCall(meeting) <= now && now < lastCall(meeting));
  const ahead = open.map(firstCall).filter((at) => at > now);
  return { due, valid, nextAt: ahead.length > 0 ? Math.min(...ahead) : null };
}

const firstCall = ({ start }: Meeting) => start - AHEAD_MS;
/** What is over needs no reminder; what lasts no time at all is there for a minute. */
const lastCall = ({ start, end }: Meeting) => Math.min(start + LATE_MS, Math.max(end, start + MINUTE_MS));

function isWorthReminder({ isAllDay, isCancelled, response }: Meeting): boolean {
  return !isAllDay && !isCancelled && response !== 'declined';
}

/** Where a click on the reminder leads: into the meeting, or to it in Outlook. Both were looked at on their way in. */
export function toReminder({ id, start, joinUrl, webLink }: Meeting): Reminder {
  return { eventId: id, start, url: joinUrl ?? webLink };
}
