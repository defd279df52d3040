import type { MessageSummary } from '../../src/data/mail.ts';
import { IconButton } from '../components/icon-button.tsx';
import type { Editing } from '../data/use-editing.ts';
import { archiveOf, flagOf, markOf } from './message-changes.ts';

interface Props {
  message: MessageSummary;
  editing: Editing;
  tabIndex: number;
}

/** What can be done with a message without opening it; seen when the row is pointed at, or has the focus in it. */
export function RowActions({ message, editing, tabIndex }: Props) {
  const changes = [markOf(message), flagOf(message), archiveOf(message)];
  return (
    <div class="row-actions">
      {changes.map(({ name, icon, label, edit }) => (
        <IconButton
          key={name}
          class={`${name}-row`}
          icon={icon}
          label={label}
          tabIndex={tabIndex}
          onClick={() => editing.make(edit)}
        />
      ))}
    </div>
  );
}
