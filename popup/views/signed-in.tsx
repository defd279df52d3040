import type { Account } from '../../src/contract.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import { say } from '../../src/words.ts';
import { Icon } from '../components/icon.tsx';
import { ObstacleCard } from '../components/obstacle-card.tsx';
import { ProfileBadge } from '../components/profile-badge.tsx';
import { useProfile } from '../use-profile.ts';

interface Props {
  account: Account;
  obstacle: Obstacle | undefined;
  onSignIn(): void;
  onSignOut(): void;
  onDismiss(): void;
}

/** Somebody is signed in: their badge, and what Lanyard may do. */
export function SignedIn({ account, obstacle, onSignIn, onSignOut, onDismiss }: Props) {
  const { reply, reload } = useProfile(account.id);
  const inTheWay = reply?.kind === 'obstacle' ? reply.obstacle : obstacle;
  return (
    <div class="view">
      {inTheWay && (
        <ObstacleCard
          obstacle={inTheWay}
          actions={{
            'sign-in': { label: say('signInAgain'), run: onSignIn },
            'try-again': { label: say('tryAgain'), run: reload },
          }}
          onDismiss={inTheWay === obstacle ? onDismiss : undefined}
        />
      )}
      <ProfileBadge
        account={account}
        profile={reply?.kind === 'ready' ? reply.data : null}
        isLoading={!reply}
        isFlat={inTheWay !== undefined}
      />
      <footer class="standing">
        <Icon name="shield" />
        <p class="hint">{say('canRead')}</p>
        <button type="button" class="button button-subtle" onClick={onSignOut}>
          <Icon name="sign-out" />
          {say('signOut')}
        </button>
      </footer>
    </div>
  );
}
