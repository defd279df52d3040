import { calendarReaders, isBasicOnly } from '../access.ts';
import { GraphError } from '../errors.ts';
import { outlookHostOf, ownerContext } from '../owner.ts';
import { answerPage } from '../page.ts';
import { readPreferences } from '../prefer.ts';
import {
  type QueryOptions,
  readOptions,
  readOrder,
  readWindow,
  type SortKeys,
  sortBy,
} from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { readSelection } from '../select.ts';
import type { Span } from './dates.ts';
import { describeEvent } from './describe-event.ts';
import type { CalendarEvent } from './event.ts';
import { eventType } from './event-type.ts';

const sortKeys: SortKeys<CalendarEvent> = {
  'start/dateTime': ({ start }) => start,
  'end/dateTime': ({ end }) => end,
  subject: ({ subject }) => subject,
};

/** The order without `$orderby` is nobody's promise; the latest first shows up a client that relies on one. */
const unasked = [{ path: 'start/dateTime', key: ({ start }: CalendarEvent) => start, sign: -1 }];

function readInstant(options: QueryOptions, name: 'StartDateTime' | 'EndDateTime'): number {
  const text = options.get(name.toLowerCase()) ?? '';
  // Without an offset it is UTC ("List calendarView"), where JavaScript would take it for the machine's own time.
  const hasOffset = /(?:Z|[+-]\d\d:\d\d)$/i.test(text) || !text.includes('T');
  const instant = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(hasOffset ? text : `${text}Z`) : Number.NaN;
  if (!Number.isNaN(instant)) return instant;
  throw new GraphError(
    400,
    'ErrorInvalidParameter',
    `The value '${text}' of parameter '${name}' is invalid.`,
  );
}

function readSpan(options: QueryOptions): Span {
  if (!options.get('startdatetime') || !options.get('enddatetime')) {
    const message =
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.';
    throw new GraphError(400, 'ErrorInvalidParameter', message);
  }
  const span = { start: readInstant(options, 'StartDateTime'), end: readInstant(options, 'EndDateTime') };
  if (span.end < span.start) {
    throw new GraphError(400, 'ErrorInvalidParameter', 'StartDateTime must not be after EndDateTime.');
  }
  if (span.end - span.start > 1825 * 86_400_000) {
    const message =
      "Your request can't be completed. The range between the start and end dates is greater than the allowed range. Maximum number of days: 1825";
    throw new GraphError(400, 'ErrorInvalidRequest', message);
  }
  return span;
}

/** `GET /me/calendarView`: whatever touches the span, series as their single dates. */
export function viewCalendar(request: GraphRequest): GraphAnswer {
  const { person, scopes, query, mailbox } = request;
  const options = readOptions(query, ['$select', '$top', '$skip', '$orderby', '$count']);
  const span = readSpan(options);
  const preferences = readPreferences(request.request.headers.prefer);
  const selection = readSelection(options, eventType, isBasicOnly(scopes, calendarReaders));
  const order = readOrder(options, sortKeys);
  const found = mailbox().events.filter(
    ({ type, start, end }) => type !== 'seriesMaster' && start < span.end && end > span.start,
  );
  const { top, skip } = readWindow(options);
  const body = answerPage(request, {
    context: `${ownerContext(person)}/calendarView${selection.suffix}`,
    items: sortBy(found, order.length > 0 ? order : unasked),
    // Unlike the list of messages, a view takes any number and sends no more than this.
    top: Math.min(top, 1000),
    skip,
    isCounted: options.get('$count') === 'true',
    describe: (event) => selection.cut(describeEvent(event, preferences, outlookHostOf(person))),
  });
  return { headers: preferences.headers, body };
}
