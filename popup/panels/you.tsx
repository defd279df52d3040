import { useState } from 'preact/hooks';
import { openPermissions } from '../../src/pages.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import { EditBarrier } from '../components/edit-barrier.tsx';
import { FarewellCard } from '../components/farewell-card.tsx';
import { PresenceCard } from '../components/presence-card.tsx';
import { PresenceLine } from '../components/presence-line.tsx';
import { ProfileBadge } from '../components/profile-badge.tsx';
import { saying } from '../components/saying.ts';
import { Barrier } from '../consent/barrier.tsx';
import { useReading } from '../data/use-reading.ts';
import type { PanelProps } from './panel.ts';

/** The person's own badge, how others see them, and the ways to what Lanyard may do and out. */
export function You(props: PanelProps) {
  const { session, act, editing } = props;
  const { account, obstacle, farewell } = session;
  const { data, reply, reload, isLoading } = useReading('getProfile', props);
  const presence = useReading('getPresence', props);
  const isRefused = editing.refusal?.purpose === 'presence-set';
  // Each says how its own click ended.
  const isOfChange = isRefused && obstacle?.purpose === 'presence-set';
  const isOfPresence = obstacle?.purpose === 'presence' && !account.isPersonal;
  const [isWanted, setWanted] = useState(false);
  const isAsking = isOfPresence || (isWanted && presence.data === null && !isRefused);
  const isInTheWay = Boolean(obstacle) || reply?.kind === 'obstacle' || isRefused || isAsking;
  return (
    <div class="view">
      {farewell && !isInTheWay && <FarewellCard farewell={farewell} act={act} />}
      <Barrier
        session={saying(session, () => !isOfChange && !isOfPresence)}
        purpose="profile"
        reply={reply}
        act={act}
        retry={reload}
      />
      <EditBarrier
        session={saying(session, () => isOfChange)}
        act={act}
        editing={editing}
        changes={['presence-set']}
      />
      {isAsking && (
        <PresenceCard
          presence={presence}
          session={saying(session, () => isOfPresence)}
          act={act}
          isWanted={isWanted}
          onLeave={() => setWanted(false)}
        />
      )}
      <ProfileBadge
        account={account}
        profile={data}
        isLoading={data === null && isLoading}
        isFlat={Boolean(isInTheWay || farewell)}
      />
      {!account.isPersonal && !isAsking && (
        <PresenceLine presence={presence} onWant={() => setWanted(true)} />
      )}
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
