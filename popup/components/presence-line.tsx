import { useEffect, useRef, useState } from 'preact/hooks';
import type { Reply } from '../../src/contract.ts';
import type { Presence } from '../../src/data/presence.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import { Barrier } from '../consent/barrier.tsx';
import type { Reading } from '../data/use-reading.ts';
import { isAboutConsent } from '../in-the-way.ts';
import type { PanelProps } from '../panels/panel.ts';
import { MENU_ID } from './me-button.tsx';
import { AVAILABILITY_WORDS, PresenceDot } from './presence-dot.tsx';

interface Props extends Pick<PanelProps, 'act' | 'session'> {
  presence: Reading<Presence>;
  /** Whether the card that asks is open. */
  isUnfolded: boolean;
  onUnfold(isUnfolded: boolean): void;
}

/** How Teams shows the person; where it may not be seen, a line that offers it, and behind that the card that asks. */
export function PresenceLine({ presence, session, act, isUnfolded, onUnfold }: Props) {
  const card = useRef<HTMLDivElement>(null);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (isAsked) card.current?.focus();
  }, [isAsked]);
  const { data, obstacle, reply, reload } = presence;
  const show = (isShown: boolean) => {
    setAsked(isShown);
    onUnfold(isShown);
  };
  if (data === null && !isUnfolded) {
    if (!obstacle || !isAboutConsent(obstacle)) return null;
    return (
      <p class="own-presence own-presence-offer">
        <Icon name="person" />
        <span>{say('presenceOffer')}</span>
        <button type="button" class="button" onClick={() => show(true)}>
          {say('turnOn')}
        </button>
      </p>
    );
  }
  return (
    <div ref={card} class="presence-card" tabIndex={-1}>
      <Barrier
        session={session}
        purpose="presence"
        reply={data === null && obstacle ? { kind: 'obstacle', obstacle: asAsked(obstacle) } : toReady(reply)}
        act={act}
        retry={reload}
        onLeave={() => show(false)}
      />
      {data && (
        <p class="own-presence">
          <PresenceDot availability={data.availability} />
          <span aria-hidden="true">{say(AVAILABILITY_WORDS[data.availability])}</span>
          <button type="button" class="button button-quiet" popovertarget={MENU_ID}>
            {say('presenceChange')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Whoever has just clicked for it is not told that it is turned off. */
function asAsked(obstacle: Obstacle): Obstacle {
  return obstacle.reason === 'postponed' ? { ...obstacle, reason: 'consent-missing' } : obstacle;
}

/** What is wrong beside what is known is no reason to hide it. */
function toReady(reply: Reply<Presence> | null): Reply<Presence> | null {
  return reply?.kind === 'ready' ? reply : null;
}
