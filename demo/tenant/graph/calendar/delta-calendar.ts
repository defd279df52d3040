import { graphHost } from '../../hosts.ts';
import { calendarReaders, isBasicOnly } from '../access.ts';
import { findRound, linkTo } from '../delta-token.ts';
import { GraphError } from '../errors.ts';
import { outlookHostOf } from '../owner.ts';
import { readPreferences, sizedHeaders } from '../prefer.ts';
import { readOptions } from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { readSelection } from '../select.ts';
import type { Span } from './dates.ts';
import { describeEvent } from './describe-event.ts';
import type { CalendarEvent } from './event.ts';
import { eventType } from './event-type.ts';
import { readSpan } from './read-span.ts';

const type = { '@odata.type': '#microsoft.graph.event' };

/** All that is said of a date of a series; the rest is its series' (microsoftgraph/microsoft-graph-docs#7632). */
const ofDates = ['@odata.etag', 'id', 'seriesMasterId', 'type', 'start', 'end'];

const refused = ['$select', '$filter', '$orderby', '$search', '$expand', '$top'];

function checkOptions(query: URLSearchParams): void {
  const strange = [...query.keys()].filter((name) => refused.includes(name.toLowerCase()));
  if (strange.length === 0) return;
  const message = `The following parameters are not supported with change tracking over the 'CalendarView' resource: '${strange.join(', ')}'.`;
  throw new GraphError(400, 'ErrorInvalidUrlQuery', message);
}

/** Whatever touches the span, and each series that has a date in it. */
function findEvents(events: readonly CalendarEvent[], { start, end }: Span): CalendarEvent[] {
  const inside = events.filter(
    (event) => event.type !== 'seriesMaster' && event.start < end && event.end > start,
  );
  const masters = new Set(inside.map(({ master }) => master?.rest));
  return [...events.filter(({ type, ids }) => type === 'seriesMaster' && masters.has(ids.rest)), ...inside];
}

/**
 * `GET /me/calendarView/delta`: every event of the span, and from then on what has changed. What lies outside the span
 * and has changed counts as removed, whether it ever was inside or not ("event: delta", Response).
 */
export function deltaCalendar(request: GraphRequest): GraphAnswer {
  const { person, query, header, mailbox, scopes } = request;
  checkOptions(query);
  const { events, eventChangeCount } = mailbox();
  const round = findRound(request, 'calendarView', eventChangeCount());
  const { since, until, place } = round;
  const span = readSpan(readOptions(new URLSearchParams(round.query), []));
  const preferences = readPreferences(header('prefer'));
  const options = readOptions(new URLSearchParams(), []);
  const selection = readSelection(options, eventType, isBasicOnly(scopes, calendarReaders));

  function describe(event: CalendarEvent): Record<string, unknown> {
    const whole = selection.cut(describeEvent(event, preferences, outlookHostOf(person)));
    if (event.isRemoved || !inside.has(event))
      return { ...type, id: whole.id, '@removed': { reason: 'deleted' } };
    if (event.type !== 'occurrence') return { ...type, ...whole };
    return { ...type, ...Object.fromEntries(ofDates.map((name) => [name, whole[name]])) };
  }

  const inside = new Set(findEvents(events, span));
  const found = [...inside, ...events.filter((event) => since !== null && !inside.has(event))];
  const isTold = ({ touched, isRemoved }: CalendarEvent) => (since === null ? !isRemoved : touched > since);
  const value: Record<string, unknown>[] = [];
  let next = place ?? 0;
  for (; next < found.length && value.length < (preferences.maxPageSize ?? 10); next += 1) {
    const event = found[next];
    if (event && isTold(event)) value.push(describe(event));
  }
  const link =
    next < found.length
      ? { '@odata.nextLink': linkTo('$skiptoken', request, { ...round, place: next }) }
      : { '@odata.deltaLink': linkTo('$deltatoken', request, { ...round, since: until, place: null }) };
  return {
    headers: sizedHeaders(preferences),
    body: {
      '@odata.context': `https://${graphHost}/v1.0/$metadata#Collection(event)`,
      value,
      ...link,
    },
  };
}
