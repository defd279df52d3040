import type { CalendarEvent } from '../../src/data/calendar.ts';
import type { Edit } from '../../src/edits.ts';
import { AppError } from '../../src/errors.ts';
import { confirm } from './answers.ts';
import type { Graph } from './client.ts';
import { Event, toEvent } from './event-shapes.ts';
import { readPages } from './paging.ts';
import { query, segment } from './paths.ts';

/** Today and six more days. */
const DAYS = 7;
const PAGE_SIZE = 100;
/** More than 400 events are a room's calendar, or a mistake. */
const MOST_PAGES = 4;

/** Six weeks, as a month is drawn, and the hour that summer time adds to them in autumn. */
const LONGEST_SPAN_MS = (42 * 24 + 1) * 3_600_000;
/** What a `Date` can hold (ECMAScript, "Time Values and Time Range"). */
const FURTHEST_MS = 8.64e15;

const IN_UTC = 'outlook.timezone="UTC"';

/**
 * The events of today and the days that follow, by this computer's clock and time zone.
 * @throws AppError
 */
export function readCalendar(graph: Graph, accountId: string, now = new Date()): Promise<CalendarEvent[]> {
  const from = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const to = new Date(from.getFullYear(), from.getMonth(), from.getDate() + DAYS);
  return readEvents(graph, accountId, from.getTime(), to.getTime());
}

/**
 * The events between two times (epoch milliseconds, at most six weeks apart) in the order of their beginning, those
 * that were declined or cancelled among them.
 * @throws AppError `not-found` where the times are no span
 */
export async function readEvents(
  graph: Graph,
  accountId: string,
  from: number,
  to: number,
): Promise<CalendarEvent[]> {
  const isSpan = from < to && to - from <= LONGEST_SPAN_MS;
  if (!isSpan || Math.max(-from, to) > FURTHEST_MS) throw new AppError('not-found', { detail: 'span' });
  const path = query('/me/calendarView', Event, {
    startDateTime: new Date(from).toISOString(),
    endDateTime: new Date(to).toISOString(),
    $orderby: 'start/dateTime',
    $top: String(PAGE_SIZE),
  });
  const access = { accountId, purpose: 'calendar' } as const;
  const found = await readPages(graph, access, { path, prefer: [IN_UTC] }, Event, MOST_PAGES);
  return found.map(toEvent).sort((one, other) => one.start - other.start || one.end - other.end);
}

type EventAnswer = Extract<Edit, { kind: 'answer-event' }>;

const ANSWERS = {
  accepted: 'accept',
  tentativelyAccepted: 'tentativelyAccept',
  declined: 'decline',
} as const satisfies Record<EventAnswer['answer'], string>;

/**
 * Answers an invitation, and tells whoever sent it.
 * @throws AppError
 */
export async function answerEvent(graph: Graph, accountId: string, edit: EventAnswer): Promise<void> {
  const path = `/me/events/${segment(edit.eventId)}/${ANSWERS[edit.answer]}` as const;
  const say = (sendResponse: boolean) =>
    graph.call({ accountId, purpose: 'calendar-answer' }, { path, method: 'POST', body: { sendResponse } });
  const answer = await say(true);
  // 400 is also what Graph says where the organiser has asked for no answers: then only the calendar is told.
  confirm(answer.status === 400 ? await say(false) : answer);
}
