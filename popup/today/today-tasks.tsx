import { say, sayCount } from '../../src/words.ts';
import { toDay } from '../tasks/due-groups.ts';
import { dueWords } from '../tasks/due-words.ts';
import type { ShownTask } from '../tasks/shown-tasks.ts';
import { TaskRow } from '../tasks/task-row.tsx';
import { dueTasks } from './due-tasks.ts';
import { Nothing } from './part.tsx';

const MOST = 4;

interface Props {
  tasks: readonly ShownTask[];
  now: number;
  onTick(task: ShownTask, isDone: boolean): void;
  /** Goes to where all of them are. */
  onMore(): void;
}

/** What is due today or should have been done already, to be ticked. */
export function TodayTasks({ tasks, now, onTick, onMore }: Props) {
  const due = dueTasks(tasks, now);
  const more = due.length - MOST;
  if (due.length === 0) return <Nothing text={say('dueNone')} />;
  return (
    <>
      <ul class="card">
        {due.slice(0, MOST).map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            due={task.due === null || task.due === toDay(now) ? null : dueWords(task.due, now)}
            listName={null}
            onTick={onTick}
          />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="today-more" onClick={onMore}>
          {sayCount('moreTasks', more)}
        </button>
      )}
    </>
  );
}
