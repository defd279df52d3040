import type { Block } from '../body.ts';
import type { CastKey } from '../cast.ts';
import type { LinkService } from './join-links.ts';

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/**
 * When an event is: so many minutes from now (counted from the last full five minutes), on a day counted from today at
 * a time of the trust's clocks, for whole days, or every week.
 */
export type When =
  | { fromNow: number; minutes: number }
  | { day: number; at: string; minutes: number }
  | { day: number; days: number }
  | { weekly: readonly Weekday[]; at: string; minutes: number };

/** The owner's answer; an event without an organiser is the owner's own. */
export type Answer = 'accepted' | 'tentativelyAccepted' | 'declined' | 'notResponded';

/** An event of somebody's calendar, before it has an owner and dates. */
export interface EventTemplate {
  subject: string;
  when: When;
  organizer?: CastKey;
  answer?: Answer;
  attendees?: readonly CastKey[];
  place?: string;
  body?: readonly Block[];
  isTeams?: true;
  /** Somebody else's meeting service, with the link as the place or in the invitation. */
  link?: { service: LinkService; in: 'place' | 'body' };
  isCancelled?: true;
  isPrivate?: true;
  hasAttachments?: true;
  /** What the calendar shows meanwhile, where that does not follow from the rest. */
  showAs?: 'free' | 'oof' | 'workingElsewhere';
}
