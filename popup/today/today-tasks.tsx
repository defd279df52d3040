import type { Task, Tasks } from '../../src/data/tasks.ts';
import { say } from '../../src/words.ts';
import { Row } from '../components/row.tsx';
import type { Editing } from '../data/use-editing.ts';
import { shortTime } from '../times.ts';
import { dueTasks, overdueSince } from './due-tasks.ts';
import { Nothing } from './part.tsx';

const MOST = 4;

interface Props {
  tasks: Tasks;
  now: number;
  editing: Editing;
  /** Goes to where all of them are. */
  onMore(): void;
}

/** What is due today or should have been done already, to be ticked. */
export function TodayTasks({ tasks: { tasks, lists }, now, editing, onMore }: Props) {
  const due = dueTasks(tasks, now);
  const more = due.length - MOST;
  if (due.length === 0) return <Nothing text={say('dueNone')} />;
  return (
    <>
      <ul class="card">
        {due.slice(0, MOST).map((task) => (
          <li key={task.id}>
            <DueTask
              task={task}
              now={now}
              editing={editing}
              list={lists.find(({ id }) => id === task.listId)?.name}
            />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="today-more" onClick={onMore}>
          {say('moreTasks', String(more))}
        </button>
      )}
    </>
  );
}

interface DueTaskProps extends Pick<Props, 'now' | 'editing'> {
  task: Task;
  list: string | undefined;
}

function DueTask({ task, now, editing, list }: DueTaskProps) {
  const { id, listId, title, isDone } = task;
  const since = overdueSince(task, now);
  return (
    <Row
      class={isDone ? 'today-task today-task-done' : 'today-task'}
      lead={
        <input
          type="checkbox"
          class="tick"
          checked={isDone}
          aria-label={say('taskDone', title)}
          onClick={(event) => {
            // One change at a time; the box shows what has become of it.
            event.preventDefault();
            if (editing.underWay) return;
            editing.make({ kind: 'finish-task', listId, taskId: id, isDone: !isDone });
          }}
        />
      }
      title={title}
      aside={since !== null && !isDone && <Overdue since={since} now={now} />}
      detail={list}
    />
  );
}

function Overdue({ since, now }: { since: number; now: number }) {
  const day = shortTime(since, now);
  return (
    <span class="overdue" title={say('dueSince', day)}>
      <span class="visually-hidden">{say('dueSince', day)}</span>
      <span aria-hidden="true">{day}</span>
    </span>
  );
}
