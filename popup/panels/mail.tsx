import { useRef } from 'preact/hooks';
import type { Inbox } from '../../src/contract.ts';
import { ask } from '../../src/messaging.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { RowsSkeleton } from '../components/rows-skeleton.tsx';
import { Barrier } from '../consent/barrier.tsx';
import { MessageList } from '../mail/message-list.tsx';
import { MessageView } from '../mail/message-view.tsx';
import { type Memory, useReply } from '../use-reply.ts';
import type { Panel, PanelProps } from './panel.ts';

const memory: Memory<Inbox> = { last: null };

export const mail: Panel = {
  name: 'mail',
  title: 'panelMail',
  icon: 'mail',
  purposes: ['mail-list', 'mail-open', 'mail-mark-read'],
  View: Mail,
};

/** The newest messages, or the one that is open. */
function Mail(props: PanelProps) {
  const { session, place, go } = props;
  const { account, revision } = session;
  const inbox = useReply(() => ask('getInbox', account.id), [account.id], revision, memory);
  /** The row that was clicked, to which the focus comes back; null where the popup has opened with a message. */
  const opened = useRef<string | null>(null);
  const open = (id: string) => {
    opened.current = id;
    go({ message: { accountId: account.id, id, markAs: null } });
  };
  // Another account's message is nothing to this one.
  const message = place.message?.accountId === account.id ? place.message : null;
  if (!message) return <MailList {...props} inbox={inbox} openedLast={opened.current} onOpen={open} />;
  return (
    <MessageView
      key={message.id}
      {...props}
      message={message}
      isOpenedHere={opened.current !== null}
      onChange={inbox.reload}
    />
  );
}

interface ListProps extends PanelProps {
  inbox: ReturnType<typeof useReply<Inbox>>;
  openedLast: string | null;
  onOpen(id: string): void;
}

/** The inbox: its messages, that there are none, or what stands in front of them. */
function MailList({ session, act, inbox: { reply, reload }, openedLast, onOpen }: ListProps) {
  const messages = reply?.kind === 'ready' ? reply.data.messages : [];
  return (
    <div class="view">
      <Barrier session={session} purpose="mail-list" reply={reply} act={act} retry={reload} />
      {!reply && <RowsSkeleton />}
      {reply?.kind === 'ready' && messages.length === 0 && (
        <EmptyState icon="mail" title="inboxEmptyTitle" text="inboxEmptyText" />
      )}
      {messages.length > 0 && <MessageList messages={messages} focused={openedLast} onOpen={onOpen} />}
    </div>
  );
}
