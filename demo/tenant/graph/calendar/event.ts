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

/** An event of somebody's calendar, which its answer changes; a series has one of these for itself and one for each of its dates. */
export interface CalendarEvent {
  readonly ids: ItemIds;
  readonly type: 'singleInstance' | 'occurrence' | 'seriesMaster';
  readonly master: ItemIds | null;
  readonly recurrence: Recurrence | null;
  readonly subject: string;
  readonly body: Body;
  /** Epoch milliseconds; whole days begin and end at the mailbox's midnight. */
  readonly start: number;
  readonly end: number;
  readonly isAllDay: boolean;
  readonly isCancelled: boolean;
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
  /** Declined, and so in nobody's way any more. */
  isRemoved: boolean;
  /** Counts changes; the change key and the ETag follow it. */
  version: number;
  /** The change of the calendar that was its latest; 0 for what was there from the start. */
  touched: number;
}
