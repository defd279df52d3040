import type { CalendarEvent } from './event.ts';

/** What an attendee may say to an invitation. */
export type EventAnswer = Exclude<CalendarEvent['response'], 'organizer' | 'notResponded'>;

/** The events of one mailbox. */
export interface CalendarStore {
  /** A series counts as an event too, beside each of its dates. */
  readonly events: readonly CalendarEvent[];
  /** How many changes there were. */
  eventChangeCount(): number;
  /** By either form of the id, to the letter. */
  findEvent(id: string): CalendarEvent | undefined;
  /** Answers for the owner; to a series, for all of its dates. */
  answerEvent(event: CalendarEvent, answer: EventAnswer, now: number): void;
  addEvent(event: CalendarEvent): void;
  /** What its organiser does to an event; a date of a series is an exception from then on. */
  changeEvent(event: CalendarEvent, change: EventChange, now: number): void;
}

/** Some of what may be changed of an event. */
export type EventChange = Partial<
  Pick<CalendarEvent, 'subject' | 'start' | 'end' | 'isCancelled' | 'isRemoved'>
>;

const showAs = { accepted: 'busy', tentativelyAccepted: 'tentative', declined: 'free' } as const;

export function createCalendarStore(initial: readonly CalendarEvent[]): CalendarStore {
  const events = [...initial];
  const byId = new Map(
    events.flatMap((event) => [[event.ids.rest, event] as const, [event.ids.immutable, event] as const]),
  );
  let changeCount = 0;
  const touch = (event: CalendarEvent, now: number) => {
    event.changed = now;
    event.version += 1;
    event.touched = changeCount;
  };
  return {
    events,
    eventChangeCount: () => changeCount,
    findEvent(id) {
      const event = byId.get(id);
      return event?.isRemoved ? undefined : event;
    },
    answerEvent(event, answer, now) {
      changeCount += 1;
      for (const each of events) {
        if (each !== event && each.master?.rest !== event.ids.rest) continue;
        each.response = answer;
        each.answered = now;
        touch(each, now);
        if (!each.isCancelled) each.showAs = showAs[answer];
        const mine = each.attendees.find(({ isOwner }) => isOwner);
        if (mine) mine.response = answer;
        if (answer === 'declined') each.isRemoved = true;
      }
    },
    addEvent(event) {
      changeCount += 1;
      event.touched = changeCount;
      events.push(event);
      byId.set(event.ids.rest, event).set(event.ids.immutable, event);
    },
    changeEvent(event, change, now) {
      changeCount += 1;
      Object.assign(event, change, event.type === 'occurrence' ? { type: 'exception' } : {});
      touch(event, now);
    },
  };
}
