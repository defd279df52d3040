import { describe, expect, it } from 'vitest';
import { tasksToShow } from '../../../popup/tasks/shown-tasks.ts';
import type { Task, Tasks } from '../../../src/data/tasks.ts';
import type { Edit } from '../../../src/edits.ts';

const task = (id: string, part: Partial<Task> = {}): Task => ({
  id,
  listId: 'home',
  title: id,
  due: null,
  isDone: false,
  isImportant: false,
  link: null,
  ...part,
});

const lists = [
  { id: 'home', name: 'Tasks', isDefault: true },
  { id: 'garden', name: 'Garden', isDefault: false },
];

/** The ids that are shown of these tasks, after edits at these times. */
function shown(tasks: Tasks['tasks'], made: { at: number; edit: Edit }[] = [], list: string | null = null) {
  const since = (at: number) => made.filter((each) => each.at > at).map(({ edit }) => edit);
  return tasksToShow({ lists, tasks }, list, { since }, 100).map(({ id, title, isComing }) =>
    isComing ? `+${title}` : id,
  );
}

const tick = (taskId: string): Edit => ({ kind: 'finish-task', listId: 'home', taskId, isDone: true });
const add = (title: string): Edit => ({ kind: 'add-task', title, due: null, link: null });

describe('The list of tasks', () => {
  it('leaves out tasks that another popup completed, and keeps those that this popup completed', () => {
    const tasks = [task('open'), task('before', { isDone: true }), task('now', { isDone: true })];
    expect(shown(tasks, [{ at: 50, edit: tick('now') }])).toEqual(['open', 'now']);
  });

  it('includes tasks that were added since the reading, until a reading has them', () => {
    const made = [
      { at: 50, edit: add('read already') },
      { at: 150, edit: add('just added') },
    ];
    expect(shown([task('open')], made)).toEqual(['open', '+just added']);
  });

  it('can be limited to one list, and added tasks go to the default list', () => {
    const tasks = [task('moss'), task('fern', { listId: 'garden' })];
    const made = [{ at: 150, edit: add('just added') }];
    expect(shown(tasks, made, 'garden')).toEqual(['fern']);
    expect(shown(tasks, made, 'home')).toEqual(['moss', '+just added']);
  });
});
