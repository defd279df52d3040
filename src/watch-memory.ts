import * as v from 'valibot';
import { CalendarEventShape } from './data/calendar.ts';
import { epochMs, textOrNull } from './data/shapes.ts';
import { WATCH_NAMES, type WatchName, WatchObstaclesShape } from './watches.ts';

/** How the watches of an account stand, as it is kept between two looks. Times are epoch milliseconds. */
export const WatchStandShape = v.object({
  /** The sign-in that it is about (`since` of the account). */
  since: epochMs,
  /** How many messages of the inbox are unread; null where that is not known. */
  unread: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  lookedAt: v.partial(
    v.object({ unread: epochMs, meetings: epochMs } satisfies Record<WatchName, typeof epochMs>),
  ),
  obstacles: WatchObstaclesShape,
  /** Which of those were found without asking anybody, and go as soon as they are not found any more. */
  barred: v.optional(v.array(v.picklist(WATCH_NAMES)), []),
  /** When the next look is due. */
  nextAt: epochMs,
  /** When the last one began, whatever came of it. */
  triedAt: v.nullable(epochMs),
  /** How many in a row have come to nothing. */
  failures: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

export type WatchStand = v.InferOutput<typeof WatchStandShape>;

const MeetingShape = v.object({
  ...v.omit(CalendarEventShape, ['organizer', 'showAs']).entries,
  /** The series of which it is a date like any other, and that has all but its times; null: it says all itself. */
  series: textOrNull,
});

/** Of an event, what it takes to remind of it. */
export type Meeting = v.InferOutput<typeof MeetingShape>;

/** The meetings between two times, as far as they are known, and what to ask for what has changed since. */
export const MeetingsShape = v.object({
  from: epochMs,
  until: epochMs,
  /** Null where Microsoft tells no changes: all of them are read each time. */
  next: textOrNull,
  events: v.array(MeetingShape),
  /** What the dates of each series have in common. */
  series: v.array(MeetingShape),
});

export type Meetings = v.InferOutput<typeof MeetingsShape>;

/** Of which meetings a person was reminded, and where a click on the reminder leads. */
export const RemindersShape = v.array(
  v.object({
    eventId: v.string(),
    start: epochMs,
    url: v.nullable(v.pipe(v.string(), v.startsWith('https://'))),
  }),
);

export type Reminder = v.InferOutput<typeof RemindersShape>[number];
