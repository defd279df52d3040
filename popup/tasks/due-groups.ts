import type { Task } from '../../src/data/tasks.ts';
import { startOfDay } from '../times.ts';

/** When something is due, seen from today. */
export const DUE_GROUPS = ['overdue', 'today', 'tomorrow', 'this-week', 'later', 'no-date'] as const;
export type DueGroupName = (typeof DUE_GROUPS)[number];

export interface DueGroup<T> {
  name: DueGroupName;
  tasks: T[];
}

/**
 * The tasks by when they are due, in the order they come in; groups without any are left out. Days are compared by
 * their names, so that no hour that a summer begins with moves a task.
 */
export function groupByDue<T extends Pick<Task, 'due'>>(
  tasks: readonly T[],
  now: number,
  locale?: string,
): DueGroup<T>[] {
  const today = toDay(now);
  const tomorrow = toDay(startOfDay(now, 1));
  const lastOfWeek = toDay(startOfDay(now, daysLeftInWeek(now, firstDayOfWeek(locale))));
  const nameOf = ({ due }: T): DueGroupName => {
    if (due === null) return 'no-date';
    if (due < today) return 'overdue';
    if (due === today) return 'today';
    if (due === tomorrow) return 'tomorrow';
    return due <= lastOfWeek ? 'this-week' : 'later';
  };
  const groups = new Map(DUE_GROUPS.map((name) => [name, [] as T[]]));
  for (const task of tasks) groups.get(nameOf(task))?.push(task);
  return [...groups].flatMap(([name, found]) => (found.length > 0 ? [{ name, tasks: found }] : []));
}

/** The day here at that time: `2026-03-01`. */
export function toDay(at: number): string {
  const date = new Date(at);
  const twoDigits = (count: number) => String(count).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** The midnight with which a day begins, here. */
export function midnightOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
}

const MONDAY = 1;
const DAYS = 7;

function daysLeftInWeek(now: number, first: number): number {
  const last = (first + DAYS - 1) % DAYS;
  return (last - new Date(now).getDay() + DAYS) % DAYS;
}

/**
 * With which day a week begins there, 0 for Sunday. Firefox 140 cannot tell yet, and gets ISO 8601's Monday
 * (https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Intl/Locale/getWeekInfo).
 */
export function firstDayOfWeek(locale = new Intl.DateTimeFormat().resolvedOptions().locale): number {
  const place = new Intl.Locale(locale);
  const ask: unknown = Reflect.get(place, 'getWeekInfo');
  const week: unknown = typeof ask === 'function' ? ask.call(place) : Reflect.get(place, 'weekInfo');
  const first = typeof week === 'object' && week !== null ? Reflect.get(week, 'firstDay') : null;
  return typeof first === 'number' ? first % DAYS : MONDAY;
}
