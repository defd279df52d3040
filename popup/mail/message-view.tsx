import { useLayoutEffect, useRef } from 'preact/hooks';
import { ask } from '../../src/messaging.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import { MessageSkeleton } from '../components/rows-skeleton.tsx';
import { Barrier } from '../consent/barrier.tsx';
import type { PanelProps } from '../panels/panel.ts';
import type { Place } from '../use-place.ts';
import { useReply } from '../use-reply.ts';
import { Message } from './message.tsx';
import { MessageActions } from './message-actions.tsx';
import { useMarking } from './use-marking.ts';

interface Props extends PanelProps {
  message: NonNullable<Place['message']>;
  /** Whether it was clicked in this popup, and not open when the popup was. */
  isOpenedHere: boolean;
  /** The list shows something that is so no more. */
  onChange(): void;
}

/** One message, with the way back; in its place what stands in front of it. */
export function MessageView({ session, act, go, message, isOpenedHere, onChange }: Props) {
  const { accountId, id } = message;
  const { reply, reload } = useReply(
    () => ask('openMessage', accountId, id),
    [accountId, id],
    session.revision,
  );
  const data = reply?.kind === 'ready' ? reply.data : null;
  const marking = useMarking({ message, isShown: data !== null, go, revision: session.revision, onChange });
  // How marking ended is said where it was asked for: under the message.
  const { obstacle, ...rest } = session;
  const isAboutMarking = obstacle?.purpose === 'mail-mark-read' && data !== null;
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
        session={isAboutMarking ? rest : session}
        purpose="mail-open"
        reply={reply}
        act={act}
        retry={reload}
      />
      {!reply && <MessageSkeleton />}
      {data && <Message message={data} />}
      {data && (
        <MessageActions
          session={isAboutMarking ? session : rest}
          act={act}
          message={data}
          marking={marking}
        />
      )}
    </div>
  );
}
