import type { Person } from '../../people.ts';
import { createItemIds } from '../item-id.ts';
import { addDays, dateIn, instantAt, mailboxZone } from '../time-zone.ts';
import { homeLists } from './home-lists.ts';
import type { Task, TaskList } from './task.ts';
import type { ListTemplate, TaskTemplate } from './template.ts';
import { workLists } from './work-lists.ts';

/** The To Do of one person. */
export interface TaskBook {
  readonly lists: readonly TaskList[];
  /** Of this book alone: a delta token of another one is of no use here. */
  readonly generation: string;
  /** How many changes there were so far. */
  readonly change: number;
  /** Counts one more change, and gives its number. */
  nextChange(): number;
  /** An id for a new task or a new link. */
  nextId(): string;
}

const day = 86_400_000;
/** Lists, tasks and new tasks are numbered apart from what else is in the mailbox. */
const firstList = 0x20_0000;
const firstTask = 0x20_0100;
const firstNew = 0x28_0000;

/** Midnight of a day, counted from today, where the mailbox is. */
const midnightAfter = (now: number, days: number): number =>
  instantAt(addDays(dateIn(now, mailboxZone.iana), days), '00:00', mailboxZone.iana);

/** Midnight of the day that it is in UTC. */
export const utcMidnight = (instant: number): number => Math.floor(instant / day) * day;

function createTask(template: TaskTemplate, id: string, now: number, index: number): Task {
  const { title, due, done, body = '', isImportant, isStarted, link } = template;
  const created = now - (2 + index) * day - index * 3_607_000;
  return {
    id,
    created,
    title,
    body: { content: body, contentType: 'text' },
    status: done === undefined ? (isStarted ? 'inProgress' : 'notStarted') : 'completed',
    importance: isImportant ? 'high' : 'normal',
    due: due === undefined ? null : midnightAfter(now, due),
    completed: done === undefined ? null : utcMidnight(now - done * day),
    linkedResources: link ? [{ id: crypto.randomUUID(), ...link }] : [],
    modified: created,
    change: 0,
  };
}

/** A book as it is when nobody has touched it, with dates counted from now. */
export function createTaskBook(owner: Person, now: number): TaskBook {
  const templates: readonly ListTemplate[] = owner.kind === 'personal' ? homeLists : workLists;
  const idOf = (number: number) => createItemIds(owner.oid, number).rest;
  let change = 0;
  let made = 0;
  return {
    generation: crypto.randomUUID().slice(0, 8),
    lists: templates.map(({ name, wellknown = 'none', tasks }, list) => ({
      id: idOf(firstList + list),
      displayName: name,
      wellknownListName: wellknown,
      tasks: tasks.map((task, index) => createTask(task, idOf(firstTask + list * 256 + index), now, index)),
      removed: [],
    })),
    get change() {
      return change;
    },
    nextChange: () => ++change,
    nextId: () => idOf(firstNew + made++),
  };
}
