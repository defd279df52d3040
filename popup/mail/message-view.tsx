import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { applyToMessages } from '../../src/apply-edit.ts';
import { ask } from '../../src/messaging.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import { EditBarrier } from '../components/edit-barrier.tsx';
import { MessageSkeleton } from '../components/rows-skeleton.tsx';
import { Barrier } from '../consent/barrier.tsx';
import { useReply } from '../data/use-reply.ts';
import type { PanelProps } from '../panels/panel.ts';
import type { Place } from '../use-place.ts';
import { Message } from './message.tsx';
import { MessageActions } from './message-actions.tsx';

interface Props extends PanelProps {
  message: NonNullable<Place['message']>;
  /** Whether it was clicked in this popup, and not open when the popup was. */
  isOpenedHere: boolean;
}

/** One message, with the way back; in its place what stands in front of it. */
export function MessageView({ session, act, go, editing, message, isOpenedHere }: Props) {
  const { accountId, id } = message;
  const [openedAt] = useState(() => Date.now());
  const { reply, reload } = useReply(
    () => ask('openMessage', accountId, id),
    [accountId, id],
    session.revision,
  );
  const read = reply?.kind === 'ready' ? reply.data : null;
  const known = read ? [read] : [];
  const [data] = editing.since(openedAt).reduce((messages, edit) => applyToMessages(messages, edit), known);
  // How a change ended is said where it was asked for: under the message.
  const { obstacle, ...rest } = session;
  const isAboutChange = obstacle?.purpose === 'mail-change' && read !== null;
  const back = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isOpenedHere) back.current?.focus();
  }, [isOpenedHere]);
  return (
    <div class="view message-view">
      <div class="message-bar">
        <button
          ref={back}
          type="button"
          class="button button-quiet back"
          onClick={() => go({ message: null })}
        >
          <Icon name="back" />
          {say('back')}
        </button>
      </div>
      <Barrier
        session={isAboutChange ? rest : session}
        purpose="mail-open"
        reply={reply}
        act={act}
        retry={reload}
      />
      {!reply && <MessageSkeleton />}
      {data && <Message message={data} />}
      {data && <MessageActions message={data} editing={editing} onArchive={() => go({ message: null })} />}
      {data && (
        <EditBarrier
          session={isAboutChange ? session : rest}
          act={act}
          editing={editing}
          changes={['mail-change']}
        />
      )}
    </div>
  );
}
