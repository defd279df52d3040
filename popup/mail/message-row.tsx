import type { MessageSummary } from '../../src/data/mail.ts';
import { Avatar } from '../../src/ui/avatar.tsx';
import { Icon, type IconName } from '../../src/ui/icon.tsx';
import { clockTime } from '../../src/ui/times.ts';
import { say } from '../../src/words.ts';
import type { Editing } from '../data/use-editing.ts';
import { daysBetween, longTime, shortTime } from '../times.ts';
import { isUnderDay } from './day-groups.ts';
import { RowActions } from './row-actions.tsx';

interface Props {
  message: MessageSummary;
  now: number;
  /** Whether the Tab key comes to this row. */
  isActive: boolean;
  editing: Editing;
  onOpen(id: string): void;
  onFocus(id: string): void;
}

/** One message of the list: who, about what, and when; bold until it has been read. */
export function MessageRow({ message, now, isActive, editing, onOpen, onFocus }: Props) {
  const { id, from, subject, receivedAt, isRead, isFlagged, hasAttachments } = message;
  const sender = from?.name || say('noSender');
  const tabIndex = isActive ? 0 : -1;
  return (
    <div
      class={`row message-row ${isRead ? '' : 'row-strong message-unread'}`}
      data-id={id}
      onFocusCapture={() => onFocus(id)}
    >
      <button type="button" class="row-main" tabIndex={tabIndex} onClick={() => onOpen(id)}>
        <span class="row-lead">
          <Avatar name={sender} photo={null} />
        </span>
        <span class="row-line row-title">
          {!isRead && <span class="visually-hidden">{say('unread')} </span>}
          <bdi>{sender}</bdi>
          <time class="row-aside" dateTime={new Date(receivedAt).toISOString()} title={longTime(receivedAt)}>
            <RowTime at={receivedAt} now={now} />
          </time>
        </span>
        <span class="row-line row-detail">
          <bdi>{subject || say('noSubject')}</bdi>
          {hasAttachments && <Mark icon="attachment" text={say('hasAttachments')} />}
          {isFlagged && <Mark icon="flag" text={say('flagged')} />}
        </span>
      </button>
      <RowActions message={message} editing={editing} tabIndex={tabIndex} />
    </div>
  );
}

/** Under the heading of its day a message has its hour. */
function RowTime({ at, now }: { at: number; now: number }) {
  const days = daysBetween(now, at);
  if (days === 0 || !isUnderDay(at, now)) return <>{shortTime(at, now)}</>;
  return (
    <>
      <span class="visually-hidden">{shortTime(at, now)} </span>
      {clockTime(at)}
    </>
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
