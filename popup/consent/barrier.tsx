import { useEffect } from 'preact/hooks';
import type { Reply } from '../../src/contract.ts';
import { inTheWay } from '../../src/in-the-way.ts';
import { type Obstacle, presentObstacle } from '../../src/obstacles.ts';
import type { Purpose } from '../../src/purposes.ts';
import { offersFor } from '../../src/ui/consent/offers.ts';
import { ObstacleCard } from '../../src/ui/obstacle-card.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import type { SignedInSession } from '../panels/panel.ts';
import { ApprovalCard } from './approval-card.tsx';
import { ConsentCard } from './consent-card.tsx';
import { PausedCard } from './paused-card.tsx';

interface Props {
  session: SignedInSession;
  /** What the data is for that this stands in front of. */
  purpose: Purpose;
  /** What the background has answered; null while it is being asked. */
  reply: Reply<unknown> | null;
  act: Act;
  retry(): void;
  /** Gives up what was wanted, where the rest of the panel goes on without it. */
  onLeave?: (() => void) | undefined;
}

/** What stands in front of a panel's data: how the last click ended, a card that asks, or an obstacle. */
export function Barrier({ session, purpose, reply, act, retry, onLeave }: Props) {
  const said = session.obstacle;
  const { notice, barrier, isOutdated } = inTheWay(said, reply, purpose);
  const dismiss = () => act('dismiss');
  useEffect(() => {
    if (isOutdated) dismiss();
  }, [isOutdated]);
  return (
    <>
      {notice && (
        <ObstacleCard
          obstacle={notice}
          // The card below asks by its own button.
          offers={offersFor(notice, session.account, act).filter(({ isPlain }) => !isPlain)}
          onDismiss={dismiss}
        />
      )}
      {barrier && (
        <BarrierCard
          key={barrier.purpose ?? purpose}
          obstacle={barrier}
          purpose={barrier.purpose ?? purpose}
          session={session}
          act={act}
          retry={barrier === said ? undefined : retry}
          onDismiss={barrier === said ? dismiss : undefined}
          onLeave={onLeave}
        />
      )}
    </>
  );
}

/** What the cards are given. */
export interface CardProps {
  obstacle: Obstacle;
  purpose: Purpose;
  session: SignedInSession;
  act: Act;
  /** Asks for the data again. Without it, Microsoft's window is what is tried again. */
  retry?: (() => void) | undefined;
  /** Forgets what is being said. */
  onDismiss?: (() => void) | undefined;
  onLeave?: (() => void) | undefined;
}

/** The card that fits an obstacle. */
function BarrierCard(props: CardProps) {
  const { obstacle, session, act, retry, onDismiss, onLeave } = props;
  switch (presentObstacle(obstacle.reason).action) {
    case 'allow':
      return <ConsentCard {...props} />;
    case 'ask-administrator':
      return <ApprovalCard {...props} />;
    case 'resume':
      return <PausedCard {...props} />;
    case 'sign-in':
    case 'choose-account':
    case 'try-again':
    case 'none':
      return (
        <ObstacleCard
          obstacle={obstacle}
          offers={offersFor(obstacle, session.account, act, retry)}
          onDismiss={onDismiss ?? onLeave}
        />
      );
  }
}
