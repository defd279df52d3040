import type { Body } from '../body.ts';
import type { Correspondent } from '../cast.ts';
import type { ItemIds } from '../item-id.ts';
import type { Weekday } from './template.ts';

/** Somebody asked to come, and what they said. */
export interface Attendee {
  who: Correspondent;
  /** Whose calendar it is: their answer here follows the event's own. */
  isOwner: boolean;
  response: 'none' | 'accepted' | 'tentativelyAccepted' | 'declined';
}

/** Every week on these days, from that date on without an end. */
export interface Recurrence {
  weekdays: readonly Weekday[];
  startDate: string;
}

/** An event of somebody's calendar, which its answer and its organiser change; a series has one of these for itself and one for each of its dates. */
export interface CalendarEvent {
  readonly ids: ItemIds;
  /** A date of a series that was changed by itself is an exception. */
  type: 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster';
  readonly master: ItemIds | null;
  readonly recurrence: Recurrence | null;
  subject: string;
  readonly body: Body;
  /** Epoch milliseconds; whole days begin and end at the mailbox's midnight. */
  start: number;
  end: number;
  readonly isAllDay: boolean;
  isCancelled: boolean;
  readonly isPrivate: boolean;
  readonly hasAttachments: boolean;
  readonly organizer: Correspondent;
  readonly isOrganizer: boolean;
  readonly attendees: readonly Attendee[];
  response: 'organizer' | 'accepted' | 'tentativelyAccepted' | 'declined' | 'notResponded';
  showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
  readonly place: string | null;
  readonly joinUrl: string | null;
  /** When it was put into the calendar. */
  readonly created: number;
  /** When the owner answered, if they did. */
  answered: number | null;
  /** When it was changed last, if it was. */
  changed: number | null;
  /** Declined or deleted, and so in nobody's way any more. */
  isRemoved: boolean;
  /** Counts changes; the change key and the ETag follow it. */
  version: number;
  /** The change of the calendar that was its latest; 0 for what was there from the start. */
  touched: number;
}
