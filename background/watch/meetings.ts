import * as v from 'valibot';
import type { CalendarEvent } from '../../src/data/calendar.ts';
import { AppError } from '../../src/errors.ts';
import { meetingsOf } from '../../src/storage.ts';
import type { Meeting, Meetings } from '../../src/watch-memory.ts';
import { nullableText } from '../graph/answers.ts';
import { readEvents } from '../graph/calendar.ts';
import type { Graph } from '../graph/client.ts';
import { readChanges } from '../graph/delta.ts';
import { Event, toEvent } from '../graph/event-shapes.ts';
import { withOptions } from '../graph/paths.ts';
import { cutText } from '../graph/texts.ts';

const HOUR_MS = 3_600_000;
/** So much is known ahead: reminders go on while there is no network, or Microsoft wants a pause. */
const AHEAD_MS = 36 * HOUR_MS;
/** When less than this is left, another span is begun. */
const LEFT_MS = 12 * HOUR_MS;
/** More than 200 changes in a day and a half are gone through in several looks. */
const MOST_PAGES = 4;
/** Nobody has more meetings than that in a day and a half, and memory is not for whoever sends more invitations. */
const MOST_KEPT = 200;
/** Longer links are none that a service writes, and longer words none that a reminder has room for. */
const LONGEST_LINK = 2048;
const LONGEST_TEXT = 200;

const PREFER = ['IdType="ImmutableId"', 'outlook.timezone="UTC"', 'odata.maxpagesize=50'];

const Gone = v.object({ id: v.string(), '@removed': v.looseObject({}) });
/** `$select` is refused (Microsoft: "event: delta"); of a date of a series there is nothing but its times. */
const Known = v.object({ ...Event.entries, type: nullableText, seriesMasterId: nullableText });
const Entry = v.union([Gone, Known]);

type Change = v.InferOutput<typeof Entry>;

/**
 * The meetings of the hours to come: all of them at first, and then what has changed since (Microsoft: "Get incremental
 * changes to events in a calendar view"). Gives what is to be kept of them.
 * @throws AppError
 */
export async function readMeetings(graph: Graph, accountId: string, now = Date.now()): Promise<Meetings> {
  const known = await meetingsOf(accountId).get();
  const isCurrent = known !== null && known.from <= now && known.until - now >= LEFT_MS;
  const access = { accountId, purpose: 'calendar' } as const;
  const look = (path: string) =>
    readChanges(graph, access, { path: path as `/${string}`, prefer: PREFER }, Entry, MOST_PAGES);
  const changes = isCurrent && known.next !== null ? await look(known.next) : null;
  if (isCurrent && changes) return { ...merge(known, changes.entries), next: changes.next };
  const span = { from: now, until: now + AHEAD_MS, events: [], series: [] };
  const viewOnly = async (): Promise<Meetings> => {
    const events = await readEvents(graph, accountId, span.from, span.until);
    return { ...span, events: events.map((event) => toMeeting(event, null)), next: null };
  };
  if (isCurrent && known.next === null) return viewOnly();
  const all = await look(
    withOptions('/me/calendarView/delta', {
      startDateTime: new Date(span.from).toISOString(),
      endDateTime: new Date(span.until).toISOString(),
    }),
  ).catch(asRefused);
  if (all === 'refused') return viewOnly();
  if (!all) throw new AppError('microsoft-unavailable', { detail: 'delta' });
  return { ...merge(span, all.entries), next: all.next };
}

/**
 * Microsoft's table of permissions for this query has Calendars.ReadBasic among the higher ones, where it cannot belong
 * (microsoft-graph-docs-contrib, event-delta-permissions.md): should a mailbox go by the rest of the table, the view
 * itself, which is there for everybody, has the same to say for more bytes.
 */
function asRefused(thrown: unknown): 'refused' {
  if (thrown instanceof AppError && thrown.reason === 'no-access') return 'refused';
  throw thrown;
}

type Span = Omit<Meetings, 'next'>;

function merge(known: Span, changes: readonly Change[]): Span {
  const events = new Map(known.events.map((event) => [event.id, event]));
  const series = new Map(known.series.map((each) => [each.id, each]));
  for (const change of changes) {
    if ('@removed' in change) {
      events.delete(change.id);
      series.delete(change.id);
    } else if (change.type === 'seriesMaster') series.set(change.id, toMeeting(toEvent(change), null));
    else events.set(change.id, toMeeting(toEvent(change), seriesOf(change)));
  }
  const isInside = ({ start, end }: Meeting) => start < known.until && end >= known.from;
  const kept = [...events.values()].filter(isInside).sort((one, other) => one.start - other.start);
  // The dates of a series may come with the next look.
  return { ...known, events: kept.slice(0, MOST_KEPT), series: [...series.values()].slice(-MOST_KEPT) };
}

/** A date that was changed by itself says all itself, and so does every other event. */
function seriesOf({ type, seriesMasterId }: v.InferOutput<typeof Known>): string | null {
  return type === 'occurrence' ? seriesMasterId : null;
}

function toMeeting({ organizer: _, showAs: __, ...event }: CalendarEvent, series: string | null): Meeting {
  return {
    ...event,
    subject: cutText(event.subject, LONGEST_TEXT),
    location: event.location && cutText(event.location, LONGEST_TEXT),
    joinUrl: boundedLink(event.joinUrl),
    webLink: boundedLink(event.webLink),
    series,
  };
}

function boundedLink(link: string | null): string | null {
  return link !== null && link.length <= LONGEST_LINK ? link : null;
}

/** The meetings, each with all that is said of it: a date of a series says its times, and the series the rest. */
export function listMeetings({ events, series }: Pick<Meetings, 'events' | 'series'>): Meeting[] {
  const byId = new Map(series.map((each) => [each.id, each]));
  return events.flatMap((event) => {
    if (event.series === null) return [event];
    const whole = byId.get(event.series);
    // A date whose series has gone is gone as well.
    return whole ? [{ ...whole, id: event.id, start: event.start, end: event.end }] : [];
  });
}
