import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MessageSummary } from '../../src/data/mail.ts';
import { Avatar } from '../../src/ui/avatar.tsx';
import { Icon, type IconName } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import { longTime, shortTime } from '../times.ts';

interface Props {
  message: MessageSummary;
  now: number;
  /** Whether the focus comes back here, from the message that was open. */
  hasFocus: boolean;
  onOpen(id: string): void;
}

/** One message of the list: who, about what, and when; bold until it has been read. */
export function MessageRow({ message, now, hasFocus, onOpen }: Props) {
  const { id, from, subject, receivedAt, isRead, isFlagged, hasAttachments } = message;
  const row = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (hasFocus) row.current?.focus();
  }, [hasFocus]);
  const sender = from?.name || say('noSender');
  return (
    <button
      ref={row}
      type="button"
      class={isRead ? 'message-row' : 'message-row message-unread'}
      onClick={() => onOpen(id)}
    >
      <Avatar name={sender} photo={null} />
      <span class="message-line">
        {!isRead && <span class="visually-hidden">{say('unread')}: </span>}
        <bdi>{sender}</bdi>
        <time dateTime={new Date(receivedAt).toISOString()} title={longTime(receivedAt)}>
          {shortTime(receivedAt, now)}
        </time>
      </span>
      <span class="message-line">
        <bdi>{subject || say('noSubject')}</bdi>
        {hasAttachments && <Mark icon="attachment" text={say('hasAttachments')} />}
        {isFlagged && <Mark icon="flag" text={say('flagged')} />}
      </span>
    </button>
  );
}

function Mark({ icon, text }: { icon: IconName; text: string }) {
  return (
    <span class="message-mark" title={text}>
      <Icon name={icon} />
      <span class="visually-hidden">{text}</span>
    </span>
  );
}
