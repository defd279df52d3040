import { useRef } from 'preact/hooks';
import { EmptyState } from '../components/empty-state.tsx';
import { PanelFrame } from '../components/panel-frame.tsx';
import { useReading } from '../data/use-reading.ts';
import { MessageList } from '../mail/message-list.tsx';
import { MessageView } from '../mail/message-view.tsx';
import type { Panel, PanelProps } from './panel.ts';

export const mail: Panel = {
  name: 'mail',
  title: 'panelMail',
  icon: 'mail',
  purposes: ['mail-list', 'mail-open', 'mail-change'],
  View: Mail,
};

/** The newest messages, or the one that is open. */
function Mail(props: PanelProps) {
  const { session, place, go } = props;
  const { account } = session;
  const inbox = useReading('getInbox', props);
  /** The row that was clicked, to which the focus comes back; null where the popup has opened with a message. */
  const opened = useRef<string | null>(null);
  const open = (id: string) => {
    opened.current = id;
    go({ message: { accountId: account.id, id } });
  };
  // Another account's message is nothing to this one.
  const message = place.message?.accountId === account.id ? place.message : null;
  if (message) {
    return (
      <MessageView key={message.id} {...props} message={message} isOpenedHere={opened.current !== null} />
    );
  }
  return (
    <PanelFrame {...props} reading={inbox} purpose="mail-list" changes={['mail-change']}>
      {({ messages }) =>
        messages.length === 0 ? (
          <EmptyState icon="mail" title="inboxEmptyTitle" text="inboxEmptyText" />
        ) : (
          <MessageList messages={messages} focused={opened.current} onOpen={open} />
        )
      }
    </PanelFrame>
  );
}
