import type { MessageSummary } from '../../src/data/mail.ts';
import { say } from '../../src/words.ts';
import { useNow } from '../use-now.ts';
import { MessageRow } from './message-row.tsx';

interface Props {
  messages: readonly MessageSummary[];
  /** The message that has just been closed. */
  focused: string | null;
  onOpen(id: string): void;
}

/** The newest messages, one below the other. */
export function MessageList({ messages, focused, onOpen }: Props) {
  const now = useNow();
  return (
    <ul class="rows" aria-label={say('panelMail')}>
      {messages.map((message) => (
        <li key={message.id}>
          <MessageRow message={message} now={now} hasFocus={message.id === focused} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}
