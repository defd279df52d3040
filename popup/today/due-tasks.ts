import type { Task } from '../../src/data/tasks.ts';
import { toDay } from '../tasks/due-groups.ts';

/** What is due today or has been before, in its order. */
export function dueTasks<T extends Pick<Task, 'due'>>(tasks: readonly T[], now: number): T[] {
  const today = toDay(now);
  return tasks.filter(({ due }) => due !== null && due <= today);
}
