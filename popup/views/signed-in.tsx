import type { Session } from '../../src/contract.ts';
import { type Obstacle, presentObstacle } from '../../src/obstacles.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { ObstacleCard, type Offer } from '../../src/ui/obstacle-card.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import { say } from '../../src/words.ts';
import { FarewellCard } from '../components/farewell-card.tsx';
import { ProfileBadge } from '../components/profile-badge.tsx';
import { useProfile } from '../use-profile.ts';

type SignedInSession = Extract<Session, { status: 'signed-in' }>;

interface Props {
  session: SignedInSession;
  act: Act;
}

/** Somebody is signed in: their badge, and what Lanyard may do. */
export function SignedIn({ session, act }: Props) {
  const { account, obstacle, farewell } = session;
  const { reply, reload } = useProfile(account.id);
  // What came of the person's own last click is said first; what stands before the data is said after it.
  const inTheWay = obstacle ?? (reply?.kind === 'obstacle' ? reply.obstacle : undefined);
  const retry =
    inTheWay === obstacle
      ? () => act('signIn', { kind: 'again', accountId: account.id, purpose: 'profile' })
      : reload;
  return (
    <div class="view">
      {farewell && !inTheWay && <FarewellCard farewell={farewell} act={act} />}
      {inTheWay && (
        <ObstacleCard
          obstacle={inTheWay}
          offers={offersFor(inTheWay, session, act, retry)}
          onDismiss={inTheWay === obstacle ? () => act('dismiss') : undefined}
        />
      )}
      <ProfileBadge
        account={account}
        profile={reply?.kind === 'ready' ? reply.data : null}
        isLoading={!reply}
        isFlat={Boolean(inTheWay ?? farewell)}
      />
      <footer class="standing">
        <Icon name="shield" />
        <button type="button" class="button button-subtle" onClick={() => act('signOut', [account.id])}>
          <Icon name="sign-out" />
          {say('signOut')}
        </button>
      </footer>
    </div>
  );
}

function offersFor(obstacle: Obstacle, { account }: SignedInSession, act: Act, retry: () => void): Offer[] {
  const again: Offer = {
    label: say('continueAs', account.username),
    run: () =>
      act('signIn', { kind: 'again', accountId: account.id, purpose: obstacle.purpose ?? 'profile' }),
  };
  switch (presentObstacle(obstacle.reason).action) {
    case 'sign-in':
    case 'allow':
      return [again];
    case 'try-again':
      return [{ label: say('tryAgain'), run: retry }];
    case 'choose-account': {
      const username = obstacle.picked;
      if (!username) return [again];
      return [
        again,
        { label: say('useInstead', username), run: () => act('signIn', { kind: 'add', username }) },
      ];
    }
    case 'ask-administrator':
    case 'resume':
    case 'none':
      return [];
  }
}
