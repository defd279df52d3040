import type { Person } from '../people.ts';
import type { EventChange } from './calendar/calendar-store.ts';
import { createMeeting, type NewMeeting } from './calendar/create-meeting.ts';
import type { CalendarEvent } from './calendar/event.ts';
import type { Mailbox } from './mailbox.ts';

/**
 * Something that happens in a mailbox without Lanyard: the owner reads or files mail in another app, an organiser
 * invites, moves, cancels or deletes. Meetings go by their subject: the next one that is called so.
 */
export type Errand =
  | { kind: 'read-mail'; count: number }
  | { kind: 'archive-mail'; count: number }
  | { kind: 'import-mail'; received: number }
  | { kind: 'invite'; meeting: NewMeeting }
  | { kind: 'move-meeting'; subject: string; start: number }
  | { kind: 'cancel-meeting'; subject: string }
  | { kind: 'delete-meeting'; subject: string };

/** The newest of the inbox that are unread. */
function findUnread({ messages, folderIds }: Mailbox, count: number) {
  const unread = messages.filter(({ isRead, folderId }) => !isRead && folderId === folderIds.inbox);
  return unread.slice(unread.length - count);
}

function findMeeting({ events }: Mailbox, subject: string, now: number): CalendarEvent {
  const found = events
    .filter((event) => event.subject === subject && event.type !== 'seriesMaster' && !event.isRemoved)
    .filter(({ end }) => end > now)
    .sort((left, right) => left.start - right.start)[0];
  if (!found) throw new RangeError(`There is no meeting "${subject}" ahead.`);
  return found;
}

function changeOf(errand: Errand, event: CalendarEvent): EventChange {
  switch (errand.kind) {
    case 'move-meeting':
      return { start: errand.start, end: errand.start + (event.end - event.start) };
    case 'cancel-meeting':
      // As Outlook writes it into the calendars of those who were invited.
      return { isCancelled: true, subject: `Canceled: ${event.subject}` };
    case 'delete-meeting':
      return { isRemoved: true };
    default:
      return {};
  }
}

/** Has it happen. */
export function runErrand(mailbox: Mailbox, owner: Person, errand: Errand, now: number): void {
  switch (errand.kind) {
    case 'read-mail':
      for (const message of findUnread(mailbox, errand.count)) mailbox.change(message, { isRead: true }, now);
      return;
    case 'archive-mail':
      for (const message of findUnread(mailbox, errand.count)) mailbox.move(message, 'archive', now);
      return;
    case 'import-mail':
      mailbox.receive(errand.received);
      return;
    case 'invite':
      mailbox.addEvent(createMeeting(owner, mailbox.events.length, errand.meeting, now));
      return;
    default: {
      const event = findMeeting(mailbox, errand.subject, now);
      mailbox.changeEvent(event, changeOf(errand, event), now);
    }
  }
}
