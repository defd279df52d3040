import { readFilter } from '../filter.ts';
import { ownerContext } from '../owner.ts';
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
import { describeList, describeTask, tasksContext } from './describe-task.ts';
import { invalidRequest, refuseSelect, requireList } from './find-task.ts';
import type { Task } from './task.ts';

/** `GET /me/todo/lists`. It takes `$top`, but no `$skip` (microsoftgraph/microsoft-graph-docs#11103). */
export function listLists(request: GraphRequest): GraphAnswer {
  const { person, query, stores } = request;
  const options = readOptions(query, ['$top', '$skip', '$skiptoken', '$select', '$count']);
  refuseSelect(options);
  if (options.has('$skip')) throw invalidRequest();
  const { top, skip } = readWindow(options);
  const body = answerPage(request, {
    context: `${ownerContext(person)}/todo/lists`,
    items: stores.tasksOf(person).lists,
    top: options.has('$top') ? top : 100,
    skip,
    isCounted: options.get('$count') === 'true',
    describe: describeList,
    paging: '$skiptoken',
  });
  return { body };
}

/** Tasks without a day come before all others, as an absent value does in OData. */
const sortKeys: SortKeys<Task> = {
  'dueDateTime/dateTime': ({ due }) => due ?? 0,
  createdDateTime: ({ created }) => created,
  lastModifiedDateTime: ({ modified }) => modified,
  importance: ({ importance }) => ['low', 'normal', 'high'].indexOf(importance),
  status: ({ status }) => status,
  title: ({ title }) => title.toLowerCase(),
};

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
const asDay = (instant: number | null) => (instant === null ? null : { dateTime: iso(instant) });

/** A quoted date or time is an instant all the same: `dueDateTime/dateTime le '2026-09-24T00:00:00'`. */
const unquoteTimes = (text: string) =>
  text.replaceAll(/'(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)[\d.]*)?Z?'/g, (_, date, time = '00:00') => {
    return `${date}T${time}Z`;
  });

function readTaskFilter(options: QueryOptions): (task: Task) => boolean {
  const text = options.get('$filter');
  if (text === undefined) return () => true;
  const filter = readFilter(unquoteTimes(text), 'microsoft.graph.todoTask', [
    'status',
    'importance',
    'title',
    'dueDateTime',
    'completedDateTime',
    'createdDateTime',
    'lastModifiedDateTime',
  ]);
  return ({ status, importance, title, due, completed, created, modified }) =>
    filter.accepts({
      status,
      importance,
      title,
      dueDateTime: asDay(due),
      completedDateTime: asDay(completed),
      createdDateTime: iso(created),
      lastModifiedDateTime: iso(modified),
    });
}

/** `GET /me/todo/lists/{id}/tasks`. */
export function listTasks(request: GraphRequest): GraphAnswer {
  const { list } = requireList(request);
  const options = readOptions(request.query, ['$filter', '$orderby', '$top', '$skip', '$select', '$count']);
  refuseSelect(options);
  const preferences = readPreferences(request.header('prefer'));
  const body = answerPage(request, {
    context: tasksContext(request, list),
    items: sortBy(list.tasks.filter(readTaskFilter(options)), readOrder(options, sortKeys)),
    ...readWindow(options),
    isCounted: options.get('$count') === 'true',
    describe: (task) => describeTask(request, list, task, preferences),
  });
  return { headers: preferences.headers, body };
}
