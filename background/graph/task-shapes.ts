import type { LinkedResource, TodoTask, TodoTaskList } from '@microsoft/microsoft-graph-types';
import * as v from 'valibot';
import type { Task } from '../../src/data/tasks.ts';
import { manyOf, nullableText, type Shape } from './answers.ts';
import { toDueDay } from './task-days.ts';
import { line } from './texts.ts';
import { webLink } from './web-links.ts';

/**
 * Microsoft Graph v1.0, resource type `todoTaskList`. To Do answers `$select` with 400
 * (https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/2900).
 */
export const List = v.object({
  id: v.string(),
  displayName: line,
  wellknownListName: nullableText,
} satisfies Shape<TodoTaskList>);

const Link = v.object({ webUrl: v.string() } satisfies Shape<LinkedResource>);

/** Resource type `todoTask`; links come with it, and dates only where there are any. */
export const OpenTask = v.object({
  id: v.string(),
  title: line,
  status: nullableText,
  importance: nullableText,
  dueDateTime: v.fallback(v.nullish(v.object({ dateTime: v.string() }), null), null),
  linkedResources: v.fallback(v.nullish(manyOf(Link), []), []),
} satisfies Shape<TodoTask>);

export type GraphList = v.InferOutput<typeof List>;

export function isDefault({ wellknownListName }: GraphList): boolean {
  return wellknownListName === 'defaultList';
}

export function toTask(listId: string, task: v.InferOutput<typeof OpenTask>): Task {
  return {
    id: task.id,
    listId,
    title: task.title,
    due: task.dueDateTime && toDueDay(task.dueDateTime.dateTime),
    isDone: task.status === 'completed',
    isImportant: task.importance === 'high',
    link: task.linkedResources.map(({ webUrl }) => webLink(webUrl)).find((link) => link !== null) ?? null,
  };
}

/** What is due first, and of that what is important; what has no day comes last, in the order of its list. */
export function byUrgency(one: Task, other: Task): number {
  const [oneDay, otherDay] = [one.due ?? '9999-99-99', other.due ?? '9999-99-99'];
  if (oneDay !== otherDay) return oneDay < otherDay ? -1 : 1;
  return Number(other.isImportant) - Number(one.isImportant);
}
