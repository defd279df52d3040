import { graphHost } from '../../hosts.ts';
import { readPreferences } from '../prefer.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { describeTask, tasksContext } from './describe-task.ts';
import { invalidRequest, requireList, requireTask } from './find-task.ts';
import { readChanges, readLink, type TaskChanges } from './read-changes.ts';
import type { Task, TaskList } from './task.ts';
import { utcMidnight } from './task-book.ts';

/** One task as the whole answer. Preferences are read before anything is changed. */
function prepareAnswer(request: GraphRequest, list: TaskList): (task: Task, status: number) => GraphAnswer {
  const preferences = readPreferences(request.header('prefer'));
  return (task, status) => ({
    status,
    headers: preferences.headers,
    body: {
      '@odata.context': `https://${graphHost}/v1.0/$metadata#${tasksContext(request, list)}/$entity`,
      ...describeTask(request, list, task, preferences),
    },
  });
}

/**
 * When a task was completed: midnight of the day, in UTC wherever the person is, unless another is given; never, for one
 * that is not (microsoftgraph/microsoft-graph-docs-contrib#8664).
 */
function completedBy({ status, completed }: TaskChanges, task: Task, now: number): number | null {
  if ((status ?? task.status) !== 'completed') return null;
  return completed ?? task.completed ?? utcMidnight(now);
}

/** `GET /me/todo/lists/{id}/tasks/{id}`. */
export function readTask(request: GraphRequest): GraphAnswer {
  const { list, task } = requireTask(request);
  if (request.query.has('$select')) throw invalidRequest();
  return prepareAnswer(request, list)(task, 200);
}

/** `POST /me/todo/lists/{id}/tasks`; a new task stands first. */
export async function createTask(request: GraphRequest): Promise<GraphAnswer> {
  const { now } = request;
  const { book, list } = requireList(request);
  const answer = prepareAnswer(request, list);
  const changes = readChanges(await request.readJson());
  if (changes.title === undefined) throw invalidRequest();
  const { linkedResources = [], ...given } = changes;
  const task: Task = {
    id: book.nextId(),
    created: now,
    title: changes.title,
    body: { content: '', contentType: 'text' },
    status: 'notStarted',
    importance: 'normal',
    due: null,
    completed: null,
    ...given,
    linkedResources: linkedResources.map((link) => ({ id: crypto.randomUUID(), ...link })),
    modified: now,
    change: book.nextChange(),
  };
  task.completed = completedBy(changes, task, now);
  list.tasks.unshift(task);
  return answer(task, 201);
}

/** `PATCH /me/todo/lists/{id}/tasks/{id}`. Links have a route of their own. */
export async function patchTask(request: GraphRequest): Promise<GraphAnswer> {
  const { book, list, task } = requireTask(request);
  const answer = prepareAnswer(request, list);
  const { linkedResources, ...changes } = readChanges(await request.readJson());
  if (linkedResources) throw invalidRequest();
  const completed = completedBy(changes, task, request.now);
  Object.assign(task, changes, { completed, modified: request.now, change: book.nextChange() });
  return answer(task, 200);
}

/** `DELETE /me/todo/lists/{id}/tasks/{id}`. */
export function deleteTask(request: GraphRequest): GraphAnswer {
  const { book, list, task } = requireTask(request);
  list.tasks.splice(list.tasks.indexOf(task), 1);
  list.removed.push({ id: task.id, change: book.nextChange() });
  return { status: 204, body: '' };
}

/** `POST /me/todo/lists/{id}/tasks/{id}/linkedResources`. */
export async function linkTask(request: GraphRequest): Promise<GraphAnswer> {
  const { book, list, task } = requireTask(request);
  const link = { id: crypto.randomUUID(), ...readLink(await request.readJson()) };
  task.linkedResources.push(link);
  task.modified = request.now;
  task.change = book.nextChange();
  const context = `${tasksContext(request, list)}('${encodeURIComponent(task.id)}')/linkedResources/$entity`;
  return {
    status: 201,
    body: { '@odata.context': `https://${graphHost}/v1.0/$metadata#${context}`, ...link },
  };
}
