import { GraphError } from '../errors.ts';
import { itemNotFound, readItemId } from '../item-id.ts';
import type { QueryOptions } from '../query-options.ts';
import type { GraphRequest } from '../routes.ts';
import type { Task, TaskList } from './task.ts';
import type { TaskBook } from './task-book.ts';

/** All that To Do says of a request that it does not like. */
export const invalidRequest = (): GraphError => new GraphError(400, 'invalidRequest', 'Invalid request');

/** The book of whoever asks, and the list of it that the path names. */
export function requireList({ person, stores, match }: GraphRequest): { book: TaskBook; list: TaskList } {
  const book = stores.tasksOf(person);
  const id = readItemId(match.groups?.list ?? '');
  const list = book.lists.find((each) => each.id === id);
  if (!list) throw itemNotFound();
  return { book, list };
}

/** The same, with the task. */
export function requireTask(request: GraphRequest): { book: TaskBook; list: TaskList; task: Task } {
  const { book, list } = requireList(request);
  const id = readItemId(request.match.groups?.task ?? '');
  const task = list.tasks.find((each) => each.id === id);
  if (!task) throw itemNotFound();
  return { book, list, task };
}

/** To Do answers `$select` with 400, whatever it names (microsoftgraph/msgraph-sdk-dotnet#2900). */
export function refuseSelect(options: QueryOptions): void {
  if (options.has('$select')) throw invalidRequest();
}
