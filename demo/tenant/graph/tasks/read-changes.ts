import { asProperties } from '../incoming.ts';
import { findZone, instantAt } from '../time-zone.ts';
import { invalidRequest } from './find-task.ts';
import { type LinkedResource, type Task, taskImportances, taskStatuses } from './task.ts';

/** What the body of a POST or a PATCH says about a task. */
export type TaskChanges = Partial<
  Pick<Task, 'title' | 'body' | 'status' | 'importance' | 'due' | 'completed'>
> & { linkedResources?: Omit<LinkedResource, 'id'>[] };

function readText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw invalidRequest();
}

/** One of a few words. */
function readWord<Word extends string>(words: readonly Word[], value: unknown): Word {
  const found = words.find((word) => word === value);
  if (found === undefined) throw invalidRequest();
  return found;
}

/**
 * A `dateTimeTimeZone`, or null to take it away. A task has a day and no hour, so that To Do goes back to midnight in
 * the zone that was named (microsoftgraph/microsoft-graph-docs#16991, RogerSelwyn/MS365-ToDo#29).
 */
function readDay(value: unknown): number | null {
  if (value === null) return null;
  const fields = asProperties(value);
  const [, date, time = '00:00'] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z?)?$/.exec(readText(fields.get('dateTime'))) ?? [];
  const zone = findZone(readText(fields.get('timeZone')));
  if (date === undefined || zone === null || Number.isNaN(Date.parse(`${date}T${time}Z`))) {
    throw invalidRequest();
  }
  return instantAt(date, '00:00', zone);
}

function readItemBody(value: unknown): Task['body'] {
  const fields = asProperties(value);
  return {
    content: readText(fields.get('content')),
    contentType: readWord(['text', 'html'], fields.get('contentType') ?? 'text'),
  };
}

/** A link, as the body of a POST has it. */
export function readLink(value: unknown): Omit<LinkedResource, 'id'> {
  const fields = asProperties(value);
  const known = ['webUrl', 'applicationName', 'displayName', 'externalId', 'id'];
  if ([...fields.keys()].some((name) => !known.includes(name) && !name.startsWith('@')))
    throw invalidRequest();
  const orNull = (name: string) => (fields.get(name) == null ? null : readText(fields.get(name)));
  return {
    webUrl: orNull('webUrl'),
    applicationName: readText(fields.get('applicationName')),
    displayName: readText(fields.get('displayName')),
    externalId: orNull('externalId'),
  };
}

function readChange(name: string, value: unknown): TaskChanges {
  switch (name) {
    case 'title':
      return { title: readText(value) };
    case 'body':
      return { body: readItemBody(value) };
    case 'status':
      return { status: readWord(taskStatuses, value) };
    case 'importance':
      return { importance: readWord(taskImportances, value) };
    case 'dueDateTime':
      return { due: readDay(value) };
    case 'completedDateTime':
      return { completed: readDay(value) };
    case 'linkedResources':
      if (!Array.isArray(value)) throw invalidRequest();
      return { linkedResources: value.map(readLink) };
    default:
      if (name.startsWith('@odata.')) return {};
      throw invalidRequest();
  }
}

/** Reads a body whole before anything is changed. */
export const readChanges = (body: unknown): TaskChanges =>
  [...asProperties(body)].reduce<TaskChanges>(
    (changes, [name, value]) => Object.assign(changes, readChange(name, value)),
    {},
  );
