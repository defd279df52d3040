import type { Account } from '../../src/contract.ts';
import { type Obstacle, presentObstacle } from '../../src/obstacles.ts';
import { needsOf } from '../../src/purposes.ts';
import { offersFor } from '../../src/ui/consent/offers.ts';
import { ObstacleCard, type Offer } from '../../src/ui/obstacle-card.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import { WATCHES, type WatchName } from '../../src/watches.ts';
import { say } from '../../src/words.ts';
import { GlanceApproval } from './glance-approval.tsx';
import { GlanceTerms } from './glance-terms.tsx';

interface Props {
  watch: WatchName;
  /** How the last click ended, where the card below is not about that. */
  notice: Obstacle | null;
  obstacle: Obstacle;
  account: Account;
  act: Act;
  onDismiss: (() => void) | undefined;
  onDismissNotice(): void;
  onAllow(): void;
  onTurnOff(): void;
}

/** What keeps a watch from its data, with the one thing to do about it. */
export function GlanceObstacle(props: Props) {
  const { notice, onDismissNotice } = props;
  return (
    <div class="glance-obstacle">
      {notice && <ObstacleCard obstacle={notice} onDismiss={onDismissNotice} />}
      <Card {...props} />
    </div>
  );
}

function Card({ watch, obstacle, account, act, onDismiss, onAllow, onTurnOff }: Props) {
  const { purpose } = WATCHES[watch];
  const open = (kind: 'again' | 'approve') => act('signIn', { kind, accountId: account.id, purpose });
  const { action } = presentObstacle(obstacle.reason);
  if (action === 'allow') {
    return (
      <GlanceTerms
        obstacle={obstacle}
        purpose={purpose}
        account={account}
        onContinue={() => open('again')}
        onTurnOff={onTurnOff}
      />
    );
  }
  if (action === 'ask-administrator') {
    return <GlanceApproval obstacle={obstacle} purpose={purpose} account={account} onOpen={open} />;
  }
  const offers = (): readonly Offer[] => {
    if (obstacle.reason === 'notifications-off') return [{ label: say('glanceAllow'), run: onAllow }];
    if (action === 'resume') {
      const resume = () => {
        for (const permission of needsOf(purpose)) act('setPaused', account.id, permission, false);
      };
      return [{ label: say('resume'), run: resume }];
    }
    // To turn on what is on has the background look at once.
    return offersFor({ purpose, ...obstacle }, account, act, () => act('setWatch', account.id, watch, true));
  };
  return <ObstacleCard obstacle={obstacle} offers={offers()} onDismiss={onDismiss} />;
}
