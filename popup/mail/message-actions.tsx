import { useEffect, useRef } from 'preact/hooks';
import type { OpenMessage } from '../../src/contract.ts';
import { Icon } from '../../src/ui/icon.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import { say } from '../../src/words.ts';
import { Barrier } from '../consent/barrier.tsx';
import type { SignedInSession } from '../panels/panel.ts';
import type { Marking } from './use-marking.ts';

interface Props {
  session: SignedInSession;
  act: Act;
  message: OpenMessage;
  marking: Marking;
}

/** What can be done with the message; under it, what stands in the way of that. */
export function MessageActions({ session, act, message, marking }: Props) {
  const { refusal, isBusy, mark, retry, giveUp } = marking;
  const isRead = marking.isRead ?? message.isRead;
  const isBarred = Boolean(session.obstacle ?? refusal);
  const barrier = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isBarred) barrier.current?.scrollIntoView();
  }, [isBarred]);
  return (
    <>
      <footer class="standing">
        <button
          type="button"
          class="button button-quiet mark-message"
          disabled={isBusy}
          onClick={() => mark(!isRead)}
        >
          <Icon name={isRead ? 'mail-unread' : 'mail-read'} />
          {say(isRead ? 'markAsUnread' : 'markAsRead')}
        </button>
        {message.webLink && (
          <a
            class="button button-quiet open-in-outlook"
            href={message.webLink}
            target="_blank"
            rel="noreferrer noopener"
          >
            <Icon name="open" />
            {say('openInOutlook')}
          </a>
        )}
      </footer>
      {isBarred && (
        <div ref={barrier} class="under-message">
          <Barrier
            session={session}
            purpose="mail-mark-read"
            reply={refusal}
            act={act}
            retry={retry}
            onLeave={giveUp}
          />
        </div>
      )}
    </>
  );
}
