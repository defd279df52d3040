import type { Task } from '../../src/data/tasks.ts';
import { startOfDay } from '../times.ts';

/** What is due today or has been before, in its order. One that was ticked here stays where it is. */
export function dueTasks(tasks: readonly Task[], now: number): Task[] {
  const today = dayOf(now);
  return tasks.filter(({ due }) => due !== null && due <= today);
}

/** The day before today on which it should have been done (its midnight here), or null. */
export function overdueSince({ due }: Task, now: number): number | null {
  if (due === null || due >= dayOf(now)) return null;
  const [year = 0, month = 1, date = 1] = due.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
}

/** The day here, as tasks have it: `2026-03-01`. */
function dayOf(at: number): string {
  const date = new Date(startOfDay(at));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
