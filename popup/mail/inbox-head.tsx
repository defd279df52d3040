import type { Inbox } from '../../src/data/mail.ts';
import { say, sayCount } from '../../src/words.ts';

/** What the list is, and how much of it has not been read. */
export function InboxHead({ inbox }: { inbox: Inbox | null }) {
  const unread = inbox?.unread ?? 0;
  return (
    <div class="inbox-head">
      <h2>{say('inbox')}</h2>
      {unread > 0 && <span class="unread-count">{sayCount('unreadCount', unread)}</span>}
    </div>
  );
}
