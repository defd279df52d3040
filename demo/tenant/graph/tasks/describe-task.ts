import { graphHost } from '../../hosts.ts';
import { createChangeKey } from '../item-id.ts';
import { ownerContext } from '../owner.ts';
import type { Preferences } from '../prefer.ts';
import type { GraphRequest } from '../routes.ts';
import { wallTime } from '../time-zone.ts';
import type { Task, TaskList } from './task.ts';

const precise = (instant: number) => `${new Date(instant).toISOString().slice(0, -1)}0000Z`;

/** The ETag of a task or a list: another with every change. */
const etag = (id: string, change: number) => `W/"${createChangeKey(id, change)}"`;

/**
 * A day. To Do keeps midnight where the owner is, and Graph tells it in UTC unless `Prefer: outlook.timezone` says
 * otherwise: in summer, a London task for the 24th is due "on the 23rd at 23:00".
 */
const describeDay = (instant: number, { zone }: Preferences) => ({
  dateTime: `${wallTime(instant, zone.iana)}.0000000`,
  timeZone: zone.name,
});

/** A list, as `todoTaskList` has it. */
export const describeList = (list: TaskList): Record<string, unknown> => ({
  '@odata.etag': etag(list.id, 0),
  displayName: list.displayName,
  isOwner: true,
  isShared: false,
  wellknownListName: list.wellknownListName,
  id: list.id,
});

/** What precedes the name of a list's tasks in a context. */
export const tasksContext = ({ person }: GraphRequest, list: TaskList): string =>
  `${ownerContext(person)}/todo/lists('${encodeURIComponent(list.id)}')/tasks`;

/** A task, as `todoTask` has it: dates and links only where there are any. */
export function describeTask(
  request: GraphRequest,
  list: TaskList,
  task: Task,
  preferences: Preferences,
): Record<string, unknown> {
  const { due, completed, linkedResources } = task;
  const links = `https://${graphHost}/v1.0/$metadata#${tasksContext(request, list)}('${encodeURIComponent(task.id)}')/linkedResources`;
  return {
    '@odata.etag': etag(task.id, task.change),
    importance: task.importance,
    isReminderOn: false,
    status: task.status,
    title: task.title,
    createdDateTime: precise(task.created),
    lastModifiedDateTime: precise(task.modified),
    hasAttachments: false,
    categories: [],
    id: task.id,
    body: task.body,
    ...(due === null ? {} : { dueDateTime: describeDay(due, preferences) }),
    ...(completed === null ? {} : { completedDateTime: describeDay(completed, preferences) }),
    ...(linkedResources.length === 0
      ? {}
      : { 'linkedResources@odata.context': links, linkedResources: [...linkedResources] }),
  };
}
