import type { CalendarEvent } from './event.ts';

/** What an attendee may say to an invitation. */
export type EventAnswer = Exclude<CalendarEvent['response'], 'organizer' | 'notResponded'>;

/** The events of one mailbox. */
export interface CalendarStore {
  /** A series counts as an event too, beside each of its dates. */
  readonly events: readonly CalendarEvent[];
  /** How many answers were given. */
  answerCount(): number;
  /** By either form of the id, to the letter. */
  findEvent(id: string): CalendarEvent | undefined;
  /** Answers for the owner; to a series, for all of its dates. */
  answerEvent(event: CalendarEvent, answer: EventAnswer, now: number): void;
}

const showAs = { accepted: 'busy', tentativelyAccepted: 'tentative', declined: 'free' } as const;

export function createCalendarStore(events: readonly CalendarEvent[]): CalendarStore {
  const byId = new Map(
    events.flatMap((event) => [[event.ids.rest, event] as const, [event.ids.immutable, event] as const]),
  );
  let answerCount = 0;
  return {
    events,
    answerCount: () => answerCount,
    findEvent(id) {
      const event = byId.get(id);
      return event?.isRemoved ? undefined : event;
    },
    answerEvent(event, answer, now) {
      answerCount += 1;
      for (const each of events) {
        if (each !== event && each.master?.rest !== event.ids.rest) continue;
        each.response = answer;
        each.answered = now;
        each.version += 1;
        each.touched = answerCount;
        if (!each.isCancelled) each.showAs = showAs[answer];
        const mine = each.attendees.find(({ isOwner }) => isOwner);
        if (mine) mine.response = answer;
        if (answer === 'declined') each.isRemoved = true;
      }
    },
  };
}
