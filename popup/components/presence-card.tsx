import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Presence } from '../../src/data/presence.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import { focusOn } from '../../src/ui/keep-focus.ts';
import { Barrier } from '../consent/barrier.tsx';
import type { Reading } from '../data/use-reading.ts';
import type { PanelProps } from '../panels/panel.ts';

interface Props extends Pick<PanelProps, 'act' | 'session'> {
  presence: Reading<Presence>;
  /** Whether the person has just clicked for it. */
  isWanted: boolean;
  onLeave(): void;
}

/** What asks for the permission to show the presence, once the person wants it, and how that has ended. */
export function PresenceCard({ presence, session, act, isWanted, onLeave }: Props) {
  const { obstacle, reply, reload } = presence;
  const card = useRef<HTMLDivElement>(null);
  // The offer that was clicked goes away, and the card comes elsewhere.
  useLayoutEffect(() => {
    const head = card.current?.querySelector('h2');
    if (isWanted && head) focusOn(head);
  }, [isWanted]);
  return (
    <div ref={card} class="presence-card">
      <Barrier
        session={session}
        purpose="presence"
        reply={obstacle ? { kind: 'obstacle', obstacle: asWanted(obstacle) } : reply}
        act={act}
        retry={reload}
        onLeave={onLeave}
      />
    </div>
  );
}

/** Whoever has just clicked for it is not told that it is turned off. */
function asWanted(obstacle: Obstacle): Obstacle {
  return obstacle.reason === 'postponed' ? { ...obstacle, reason: 'consent-missing' } : obstacle;
}
