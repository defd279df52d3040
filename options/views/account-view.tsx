import type { Account } from '../../src/contract.ts';
import { ObstacleCard } from '../../src/ui/obstacle-card.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import { say } from '../../src/words.ts';
import { Catalogue } from '../components/catalogue.tsx';
import { ForeignScopes } from '../components/foreign-scopes.tsx';
import type { PauseSwitch } from '../components/pause-button.tsx';
import { PermissionList } from '../components/permission-list.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { TakeBack } from '../components/take-back.tsx';
import { Timeline } from '../components/timeline.tsx';
import { Who } from '../components/who.tsx';
import { listPermissions } from '../standing.ts';
import { useLedger } from '../use-ledger.ts';

interface Props {
  account: Account;
  revision: number;
  act: Act;
}

/** One account's whole ledger, beside whose it is. */
export function AccountView({ account, revision, act }: Props) {
  const { reading, failure, retry } = useLedger(account.id, revision);
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
