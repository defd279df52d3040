import type { Meeting, Reminder } from '../../src/watch-memory.ts';

const MINUTE_MS = 60_000;

/** So long before a meeting its reminder comes. */
export const AHEAD_MS = 5 * MINUTE_MS;
/** A reminder that was slept through still comes until so long after the beginning. */
const LATE_MS = 10 * MINUTE_MS;

/** Nobody is in more meetings than that at a time. */
const MOST_AT_ONCE = 3;

/** What is to be done about reminders now. */
export interface ReminderPlan {
  /** Meetings of which nobody was reminded, though it is time; of many at once the ones that matter most. */
  due: Meeting[];
  /** Those that are left out for being too many: anybody can send invitations, and so write on the desktop. */
  passedOver: Meeting[];
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
  const timely = open.filter((meeting) => firstCall(meeting) <= now && now < lastCall(meeting));
  const byWeight = [...timely.filter(isOwn), ...timely.filter((meeting) => !isOwn(meeting))];
  const ahead = open.map(firstCall).filter((at) => at > now);
  const [due, passedOver] = [byWeight.slice(0, MOST_AT_ONCE), byWeight.slice(MOST_AT_ONCE)];
  return { due, passedOver, valid, nextAt: ahead.length > 0 ? Math.min(...ahead) : null };
}

const firstCall = ({ start }: Meeting) => start - AHEAD_MS;
/** What is over needs no reminder; what lasts no time at all is there for a minute. */
const lastCall = ({ start, end }: Meeting) => Math.min(start + LATE_MS, Math.max(end, start + MINUTE_MS));

/** Whether the person has called it, or said that they may come. */
function isOwn({ response }: Meeting): boolean {
  return response === 'organizer' || response === 'accepted' || response === 'tentativelyAccepted';
}

function isWorthReminder({ isAllDay, isCancelled, response }: Meeting): boolean {
  return !isAllDay && !isCancelled && response !== 'declined';
}

/** Where a click on the reminder leads: into the meeting, or to it in Outlook. Both were looked at on their way in. */
export function toReminder({ id, start, joinUrl, webLink }: Meeting): Reminder {
  return { eventId: id, start, url: joinUrl ?? webLink };
}
