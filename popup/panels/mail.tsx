import { useRef } from 'preact/hooks';
import { isAboutConsent } from '../../src/in-the-way.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { GlanceLine } from '../components/glance-line.tsx';
import { PanelFrame } from '../components/panel-frame.tsx';
import { useReading } from '../data/use-reading.ts';
import { InboxHead } from '../mail/inbox-head.tsx';
import { InboxSkeleton } from '../mail/inbox-skeleton.tsx';
import { MessageList } from '../mail/message-list.tsx';
import { MessageView } from '../mail/message-view.tsx';
import { useMailList } from '../mail/use-mail-list.ts';
import { webApps } from '../web-apps.ts';
import type { PanelProps } from './panel.ts';

/** The messages of the inbox, or the one that is open. */
export function Mail(props: PanelProps) {
  const { session, place, go, editing } = props;
  const { account } = session;
  const inbox = useReading('getInbox', props);
  const list = useMailList(inbox, props);
  const kept = useRef({ top: 0, row: 0 });
  /** Whether the message was opened in this popup, and not open when the popup was. */
  const isOpenedHere = useRef(false);
  /** The message that was open last, to whose row the focus comes back. */
  const opened = useRef<string | null>(null);
  const open = (id: string) => {
    isOpenedHere.current = true;
    go({ message: { accountId: account.id, id } });
  };
  // Another account's message is nothing to this one.
  const message = place.message?.accountId === account.id ? place.message : null;
  if (message) {
    opened.current = message.id;
    return <MessageView key={message.id} {...props} message={message} isOpenedHere={isOpenedHere.current} />;
  }
  return (
    <PanelFrame
      {...props}
      reading={inbox}
      purpose="mail-list"
      changes={['mail-change']}
      webApp={webApps(account.isPersonal).mail}
      skeleton={<InboxSkeleton />}
      toolbar={!isAboutConsent(inbox.obstacle) && <InboxHead inbox={inbox.data} />}
    >
      {() => (
        <>
          {list.messages.length === 0 && list.isWhole ? (
            <EmptyState icon="mail" title="inboxEmptyTitle" text="inboxEmptyText" />
          ) : (
            <MessageList list={list} editing={editing} focused={opened.current} kept={kept} onOpen={open} />
          )}
          {list.isWhole && <GlanceLine watch="unread" session={session} act={props.act} />}
        </>
      )}
    </PanelFrame>
  );
}
