import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { LONGEST_TITLE } from '../../src/page-task.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say, sayNumber } from '../../src/words.ts';
import type { PanelProps } from '../panels/panel.ts';
import { AddPage } from './add-page.tsx';
import { useAdding } from './use-adding.ts';

interface Props extends Pick<PanelProps, 'place' | 'editing'> {
  accountId: string;
  /** Beside what can be added with a click. */
  children: ComponentChildren;
}

const NOTE_ID = 'task-add-note';

/** A field for a new task, and a button for the page in front. */
export function TaskAdd({ accountId, place, editing, children }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const adding = useAdding(accountId, place, editing);
  const { text, isDueToday, isTooLong, isUnderWay } = adding;
  const add = (event: Event) => {
    event.preventDefault();
    adding.add();
    field.current?.focus();
  };
  return (
    <div class="task-tools">
      <form class="task-add" onSubmit={add}>
        <button type="submit" class="task-add-button" aria-label={say('addTask')} title={say('addTask')}>
          <Icon name="add" />
        </button>
        <input
          ref={field}
          type="text"
          value={text}
          placeholder={say('addTaskHere')}
          aria-label={say('addTaskHere')}
          aria-invalid={isTooLong}
          aria-describedby={isTooLong ? NOTE_ID : undefined}
          autocomplete="off"
          enterkeyhint="done"
          onInput={({ currentTarget }) => adding.type(currentTarget.value)}
        />
        <button
          type="button"
          class="task-today"
          aria-pressed={isDueToday}
          onClick={() => adding.setDueToday(!isDueToday)}
        >
          {say('dueTodayChoice')}
        </button>
        {isUnderWay && <progress class="progress" aria-label={say('loading')} />}
      </form>
      {isTooLong && (
        <p id={NOTE_ID} class="task-add-note" role="alert">
          {say('taskTooLong', sayNumber(LONGEST_TITLE))}
        </p>
      )}
      <div class="task-tools-row">
        <AddPage editing={editing} />
        {children}
      </div>
    </div>
  );
}
