import type { OpenMessage } from '../../src/data/mail.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import type { Editing } from '../data/use-editing.ts';

interface Props {
  message: OpenMessage;
  editing: Editing;
}

/** What can be done with the message. */
export function MessageActions({ message, editing }: Props) {
  const { id, isRead, webLink } = message;
  return (
    <footer class="standing">
      <button
        type="button"
        class="button button-quiet mark-message"
        disabled={editing.underWay !== null}
        onClick={() => editing.make({ kind: 'mark-message', messageId: id, isRead: !isRead })}
      >
        <Icon name={isRead ? 'mail-unread' : 'mail-read'} />
        {say(isRead ? 'markAsUnread' : 'markAsRead')}
      </button>
      {webLink && (
        <a
          class="button button-quiet open-in-outlook"
          href={webLink}
          target="_blank"
          rel="noreferrer noopener"
        >
          <Icon name="open" />
          {say('openInOutlook')}
        </a>
      )}
    </footer>
  );
}
