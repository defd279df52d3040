import type { Tasks } from '../../src/data/tasks.ts';
import { say, type WordKey } from '../../src/words.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Section } from '../components/section.tsx';
import { useNow } from '../use-now.ts';
import { type DueGroupName, groupByDue } from './due-groups.ts';
import { dueWords, saysItsDay } from './due-words.ts';
import type { ShownTask } from './shown-tasks.ts';
import { TaskRow } from './task-row.tsx';

interface Props {
  lists: Tasks['lists'];
  tasks: ShownTask[];
  /** Whether there may be more in other lists. */
  isFiltered: boolean;
  onTick(task: ShownTask, isDone: boolean): void;
}

const HEADINGS: Record<DueGroupName, WordKey> = {
  overdue: 'dueOverdue',
  today: 'dueToday',
  tomorrow: 'dueTomorrow',
  'this-week': 'dueThisWeek',
  later: 'dueLater',
  'no-date': 'dueNoDate',
};

/** The tasks under headings for when they are due. */
export function TaskGroups({ lists, tasks, isFiltered, onTick }: Props) {
  const now = useNow();
  if (tasks.length === 0) {
    return (
      <EmptyState
        icon="tasks"
        title={isFiltered ? 'listEmptyTitle' : 'tasksEmptyTitle'}
        text="tasksEmptyText"
      />
    );
  }
  // The default list goes without saying, and so does the one that was chosen.
  const listName = (listId: string) =>
    isFiltered ? null : (lists.find(({ id, isDefault }) => id === listId && !isDefault)?.name ?? null);
  return (
    <>
      {groupByDue(tasks, now).map(({ name, tasks: found }) => (
        <Section
          key={name}
          class={`task-group task-group-${name}`}
          title={say(HEADINGS[name])}
          aside={<span class="task-count">{found.filter(({ isDone }) => !isDone).length}</span>}
        >
          <ul class="rows">
            {found.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                due={task.due === null || saysItsDay(name) ? null : dueWords(task.due, now)}
                listName={listName(task.listId)}
                onTick={onTick}
              />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
