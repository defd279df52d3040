import type { Inbox } from '../../src/data/mail.ts';
import { Avatar } from '../../src/ui/avatar.tsx';
import { say } from '../../src/words.ts';
import { Row } from '../components/row.tsx';
import { longTime, shortTime } from '../times.ts';
import { Nothing } from './part.tsx';

const MOST = 3;

interface Props {
  inbox: Inbox;
  now: number;
  onOpen(messageId: string): void;
}

/** The newest messages; a click opens one where all are. */
export function TodayMail({ inbox, now, onOpen }: Props) {
  if (inbox.messages.length === 0) return <Nothing text={say('mailNone')} />;
  return (
    <ul class="card">
      {inbox.messages.slice(0, MOST).map(({ id, from, subject, receivedAt, isRead }) => {
        const sender = from?.name || say('noSender');
        return (
          <li key={id}>
            <Row
              lead={<Avatar name={sender} photo={null} />}
              title={
                <>
                  {!isRead && <span class="visually-hidden">{say('unread')} </span>}
                  {sender}
                </>
              }
              aside={
                <time dateTime={new Date(receivedAt).toISOString()} title={longTime(receivedAt)}>
                  {shortTime(receivedAt, now)}
                </time>
              }
              detail={subject || say('noSubject')}
              isStrong={!isRead}
              onClick={() => onOpen(id)}
            />
          </li>
        );
      })}
    </ul>
  );
}
