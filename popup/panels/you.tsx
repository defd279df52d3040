import { openPermissions } from '../../src/pages.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import { FarewellCard } from '../components/farewell-card.tsx';
import { ProfileBadge } from '../components/profile-badge.tsx';
import { Barrier } from '../consent/barrier.tsx';
import { useReading } from '../data/use-reading.ts';
import type { Panel, PanelProps } from './panel.ts';

export const you: Panel = {
  name: 'you',
  title: 'panelYou',
  icon: 'person',
  purposes: ['profile'],
  View: You,
};

/** The person's own badge, and the ways to what Lanyard may do and out. */
function You(props: PanelProps) {
  const { session, act } = props;
  const { account, obstacle, farewell } = session;
  const { data, reply, reload, isLoading } = useReading('getProfile', props);
  const isInTheWay = Boolean(obstacle) || reply?.kind === 'obstacle';
  return (
    <div class="view">
      {farewell && !isInTheWay && <FarewellCard farewell={farewell} act={act} />}
      <Barrier session={session} purpose="profile" reply={reply} act={act} retry={reload} />
      <ProfileBadge
        account={account}
        profile={data}
        isLoading={data === null && isLoading}
        isFlat={Boolean(isInTheWay || farewell)}
      />
      <footer class="standing">
        <button
          type="button"
          class="button button-quiet open-permissions"
          onClick={() => void openPermissions()}
        >
          <Icon name="shield" />
          {say('permissions')}
        </button>
        <button type="button" class="button button-subtle" onClick={() => act('signOut', [account.id])}>
          <Icon name="sign-out" />
          {say('signOut')}
        </button>
      </footer>
    </div>
  );
}
