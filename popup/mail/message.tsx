import type { OpenMessage } from '../../src/data/mail.ts';
import { Avatar } from '../../src/ui/avatar.tsx';
import { apart, say, sayAll } from '../../src/words.ts';
import { longTime } from '../times.ts';
import { MessageText } from './message-text.tsx';

interface Props {
  message: OpenMessage;
}

/** What a message says, as plain text: an address in it is no link, for its text need not be where it leads. */
export function Message({ message: { subject, from, to, receivedAt, text, isCut } }: Props) {
  const sender = from?.name || say('noSender');
  return (
    <article class="message">
      <h2>
        <bdi>{subject || say('noSubject')}</bdi>
      </h2>
      <header class="message-head">
        <Avatar name={sender} photo={null} />
        <p class="message-from">
          <bdi>{sender}</bdi>
        </p>
        {from && from.address !== from.name && (
          <p class="message-address" title={from.address}>
            <bdi>{from.address}</bdi>
          </p>
        )}
        {to.length > 0 && (
          <p class="message-to">
            <span>{say('messageTo', sayAll(to.map(apart)))}</span>
          </p>
        )}
        <p class="message-date">
          <time dateTime={new Date(receivedAt).toISOString()}>{longTime(receivedAt)}</time>
        </p>
      </header>
      {text ? <MessageText text={text} /> : <p class="message-note">{say('messageNoText')}</p>}
      {isCut && <p class="message-note">{say('messageCut')}</p>}
    </article>
  );
}
