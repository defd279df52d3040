import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import type { ShownTask } from './shown-tasks.ts';

interface Props {
  task: ShownTask;
  /** When it is due, in words; null where it is not, or the heading says so. */
  due: string | null;
  /** Null where it goes without saying. */
  listName: string | null;
  onTick(task: ShownTask, isDone: boolean): void;
}

/** One task: a box to tick, what is to be done, and what belongs to it. */
export function TaskRow({ task, due, listName, onTick }: Props) {
  const { id, title, isDone, isImportant, link, isComing } = task;
  return (
    <li class={`row task-row ${isDone ? 'task-done' : ''}`} data-task={id} aria-busy={isComing}>
      <label class="task-label">
        <input
          type="checkbox"
          class="task-check"
          checked={isDone}
          disabled={isComing}
          onChange={({ currentTarget }) => onTick(task, currentTarget.checked)}
        />
        <span class="row-line row-title">
          <bdi title={title}>{title || say('noTaskTitle')}</bdi>
        </span>
        {(due || listName) && (
          <span class="row-line row-detail">
            {due && <bdi class="task-due">{due}</bdi>}
            {due && listName && <span aria-hidden="true">·</span>}
            {listName && <bdi>{listName}</bdi>}
          </span>
        )}
      </label>
      {isImportant && (
        <span class="task-star" title={say('important')}>
          <Icon name="star" />
          <span class="visually-hidden">{say('important')}</span>
        </span>
      )}
      {link && (
        <a
          class="button button-icon task-link"
          href={link}
          target="_blank"
          rel="noreferrer noopener"
          aria-label={say('openTaskLink', title)}
          title={hostOf(link)}
        >
          <Icon name="link" />
        </a>
      )}
    </li>
  );
}

/** Where the link leads: the background has let through nothing but http and https. */
function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : '';
}
