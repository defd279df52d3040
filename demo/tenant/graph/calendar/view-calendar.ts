import { calendarReaders, isBasicOnly } from '../access.ts';
import { outlookHostOf, ownerContext } from '../owner.ts';
import { answerPage } from '../page.ts';
import { readPreferences } from '../prefer.ts';
import { readOptions, readOrder, readWindow, type SortKeys, sortBy } from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { readSelection } from '../select.ts';
import { describeEvent } from './describe-event.ts';
import type { CalendarEvent } from './event.ts';
import { eventType } from './event-type.ts';
import { readSpan } from './read-span.ts';

const sortKeys: SortKeys<CalendarEvent> = {
  'start/dateTime': ({ start }) => start,
  'end/dateTime': ({ end }) => end,
  subject: ({ subject }) => subject,
};

/** The order without `$orderby` is nobody's promise; the latest first shows up a client that relies on one. */
const unasked = [{ path: 'start/dateTime', key: ({ start }: CalendarEvent) => start, sign: -1 }];

/** `GET /me/calendarView`: whatever touches the span, series as their single dates. */
export function viewCalendar(request: GraphRequest): GraphAnswer {
  const { person, scopes, query, mailbox } = request;
  const options = readOptions(query, ['$select', '$top', '$skip', '$orderby', '$count']);
  const span = readSpan(options);
  const preferences = readPreferences(request.header('prefer'));
  const selection = readSelection(options, eventType, isBasicOnly(scopes, calendarReaders));
  const order = readOrder(options, sortKeys);
  const found = mailbox().events.filter(
    ({ type, start, end, isRemoved }) =>
      type !== 'seriesMaster' && !isRemoved && start < span.end && end > span.start,
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
