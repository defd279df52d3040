import type { Account } from '../../src/contract.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import { ObstacleCard } from '../../src/ui/obstacle-card.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import { say } from '../../src/words.ts';
import { Catalogue } from '../components/catalogue.tsx';
import { ForeignScopes } from '../components/foreign-scopes.tsx';
import { Glance } from '../components/glance.tsx';
import type { PauseSwitch } from '../components/pause-button.tsx';
import { PermissionList } from '../components/permission-list.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { TakeBack } from '../components/take-back.tsx';
import { Timeline } from '../components/timeline.tsx';
import { Who } from '../components/who.tsx';
import { listPermissions } from '../standing.ts';
import { useRecord } from '../use-record.ts';

interface Props {
  account: Account;
  revision: number;
  /** How the last click ended, if it was for this account. */
  said: Obstacle | undefined;
  act: Act;
}

/** What one account has turned on, and its whole ledger, beside whose it is. */
export function AccountView({ account, revision, said, act }: Props) {
  const { reading, failure, retry } = useRecord(account.id, revision);
  const listing = reading && listPermissions(reading.ledger, account.isPersonal);
  const setPaused: PauseSwitch = (permission, isPaused) => act('setPaused', account.id, permission, isPaused);
  return (
    <div class="account">
      <Who account={account} listing={listing} />
      <div class="ledger">
        {failure && <ObstacleCard obstacle={failure} offers={[{ label: say('tryAgain'), run: retry }]} />}
        {!listing && !failure && <Skeleton />}
        {reading && listing && (
          <>
            <Glance
              account={account}
              watching={reading.watching}
              now={reading.readAt}
              said={said}
              act={act}
            />
            <PermissionList kind="in-use" rows={listing.inUse} now={reading.readAt} setPaused={setPaused} />
            <TakeBack isPersonal={account.isPersonal} />
            <PermissionList kind="refused" rows={listing.refused} now={reading.readAt} />
            <Timeline steps={reading.ledger.steps} now={reading.readAt} />
            <Catalogue
              title="unaskedTitle"
              text="unaskedText"
              entries={listing.unasked}
              isForecast={!account.isPersonal}
            />
            <ForeignScopes scopes={listing.foreign} now={reading.readAt} />
          </>
        )}
      </div>
    </div>
  );
}
