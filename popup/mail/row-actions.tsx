import type { MessageSummary } from '../../src/data/mail.ts';
import type { Editing } from '../data/use-editing.ts';
import { ChangeButton } from './change-button.tsx';
import { archiveOf, flagOf, markOf } from './message-changes.ts';

interface Props {
  message: MessageSummary;
  editing: Editing;
  tabIndex: number;
}

/** What can be done with a message without opening it; seen when the row is pointed at, or has the focus in it. */
export function RowActions({ message, editing, tabIndex }: Props) {
  const rest = { editing, tabIndex, place: 'row' } as const;
  return (
    <div class="row-actions">
      <ChangeButton {...rest} change={markOf(message)} />
      <ChangeButton {...rest} change={flagOf(message)} />
      <ChangeButton {...rest} change={archiveOf(message)} />
    </div>
  );
}
