import type { Person } from '../../people.ts';
import { createItemIds } from '../item-id.ts';
import { createRandom } from '../random.ts';
import type { CalendarEvent } from './event.ts';
import { draftEvent } from './generate.ts';
import type { Answer } from './template.ts';

/** An invitation that comes in; epoch milliseconds, and `minutes` long. */
export interface NewMeeting {
  subject: string;
  start: number;
  minutes: number;
  /** Whether it is held in Teams. */
  isTeams?: boolean;
  answer?: Answer;
}

/** Behind the numbers of all that a calendar begins with. */
const firstNumber = 0x20_0000;

/** The event that an invitation puts into the owner's calendar, as the nth there. */
export function createMeeting(owner: Person, nth: number, meeting: NewMeeting, now: number): CalendarEvent {
  const { subject, start, minutes, isTeams = false, answer = 'notResponded' } = meeting;
  const when = { fromNow: 0, minutes };
  const template = { subject, when, organizer: 'odile', answer, ...(isTeams ? { isTeams } : {}) } as const;
  const draft = draftEvent(template, owner, now, createRandom(`invitation ${nth} of ${owner.key}`));
  return {
    ...draft,
    created: now,
    start,
    end: start + minutes * 60_000,
    ids: createItemIds(owner.oid, firstNumber + nth),
    type: 'singleInstance',
    master: null,
    recurrence: null,
  };
}
