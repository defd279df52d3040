import type { Task, Tasks } from '../../src/data/tasks.ts';
import type { Editing } from '../data/use-editing.ts';

/** A task in the list; one that is just being added has no id of Microsoft's yet, and cannot be ticked. */
export interface ShownTask extends Task {
  isComing: boolean;
}

/**
 * What the panel lists: all that is to be done, what was ticked off in this popup, so that it can be taken back, and
 * what was added since the reading (epoch ms) and is not in it. `list` leaves out the other lists.
 */
export function tasksToShow(
  { lists, tasks }: Tasks,
  list: string | null,
  editing: Pick<Editing, 'since'>,
  readAt: number,
): ShownTask[] {
  const ticked = new Set(
    editing.since(0).flatMap((edit) => (edit.kind === 'finish-task' ? [edit.taskId] : [])),
  );
  const known = tasks
    .filter(({ id, isDone }) => !isDone || ticked.has(id))
    .map((task) => ({ ...task, isComing: false }));
  const home = lists.find(({ isDefault }) => isDefault)?.id ?? '';
  const coming = editing.since(readAt).flatMap((edit, at): ShownTask[] => {
    if (edit.kind !== 'add-task') return [];
    const { title, due, link } = edit;
    const rest = { isDone: false, isImportant: false, isComing: true };
    return [{ id: `coming-${at}`, listId: home, title, due, link, ...rest }];
  });
  return [...known, ...coming].filter(({ listId }) => list === null || listId === list);
}
