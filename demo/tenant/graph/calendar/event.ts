import type { Body } from '../body.ts';
import type { Correspondent } from '../cast.ts';
import type { ItemIds } from '../item-id.ts';
import type { Weekday } from './template.ts';

/** Somebody asked to come, and what they said. */
export interface Attendee {
  who: Correspondent;
  response: 'none' | 'accepted' | 'tentativelyAccepted' | 'declined';
}

/** Every week on these days, from that date on without an end. */
export interface Recurrence {
  weekdays: readonly Weekday[];
  startDate: string;
}

/** An event of somebody's calendar; a series has one of these for itself and one for each of its dates. */
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
  readonly response: 'organizer' | 'accepted' | 'tentativelyAccepted' | 'declined' | 'notResponded';
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
  readonly place: string | null;
  readonly joinUrl: string | null;
  /** When it was put into the calendar. */
  readonly created: number;
}
