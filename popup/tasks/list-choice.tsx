import type { Tasks } from '../../src/data/tasks.ts';
import { say } from '../../src/words.ts';

interface Props {
  lists: Tasks['lists'];
  /** Null: all of them. */
  chosen: string | null;
  onChoose(listId: string | null): void;
}

/** Which list is shown; nothing to choose where there is only one. */
export function ListChoice({ lists, chosen, onChoose }: Props) {
  if (lists.length < 2) return null;
  return (
    <select
      class="task-list-choice"
      aria-label={say('taskList')}
      value={chosen ?? ''}
      onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}
    >
      <option value="">{say('allTaskLists')}</option>
      {lists.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
