import type { OpenMessage } from '../../src/data/mail.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import type { Editing } from '../data/use-editing.ts';
import { ChangeButton } from './change-button.tsx';
import { archiveOf, flagOf, markOf } from './message-changes.ts';

interface Props {
  message: OpenMessage;
  editing: Editing;
  /** The way back to the list, in which an archived message is no more. */
  onArchive(): void;
}

/** What can be done with the message. */
export function MessageActions({ message, editing, onArchive }: Props) {
  const { webLink } = message;
  const mark = markOf(message);
  const rest = { editing, place: 'message' } as const;
  // Not `disabled`: the focus would go, from a button that is there again in a moment.
  const isBusy = editing.underWay.length > 0;
  return (
    <footer class="standing">
      <button
        type="button"
        class="button button-quiet mark-message"
        aria-disabled={isBusy}
        onClick={() => isBusy || editing.make(mark.edit)}
      >
        <Icon name={mark.icon} />
        {say(mark.label)}
      </button>
      <ChangeButton {...rest} change={flagOf(message)} />
      <ChangeButton {...rest} change={archiveOf(message)} onChange={onArchive} />
      {webLink && (
        <a
          class="button button-quiet open-in-outlook"
          href={webLink}
          target="_blank"
          rel="noreferrer noopener"
          aria-label={say('openInOutlook')}
        >
          {say('openMail')}
          <Icon name="open" />
        </a>
      )}
    </footer>
  );
}
