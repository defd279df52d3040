import { useEffect, useRef } from 'preact/hooks';
import type { Account } from '../../src/contract.ts';
import type { Edit } from '../../src/edits.ts';
import { initials, tone } from '../../src/ui/avatar.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import { say } from '../../src/words.ts';
import { useReading } from '../data/use-reading.ts';
import type { PanelProps } from '../panels/panel.ts';
import { AccountMenu } from './account-menu.tsx';
import { MeButton } from './me-button.tsx';

/** As many as fit beside the name; the menu has them all. */
const MOST = 4;

/** Who is signed in, the active one marked: a click on another shows theirs. And the menu, behind one's own picture. */
export function AccountBar(props: PanelProps) {
  const { session, act, store, editing, go } = props;
  const { account, accounts, revision } = session;
  const shown = accounts.length > 1 ? accounts.slice(0, MOST) : [];
  const presence = useReading('getPresence', props);
  const { data: profile } = store.known('getProfile');
  // A picture from before will do: where the whole profile is shown, it is read anew.
  useEffect(() => {
    if (!profile) store.ask('getProfile', revision);
  }, [store, revision]);

  const wanted = useRef<Edit | null>(null);
  const { refusal } = editing;
  useEffect(() => {
    // What stands in the way of a change from the menu is told, and asked for, on the person's own panel.
    if (refusal && refusal.edit === wanted.current) go({ panel: 'you' });
  }, [refusal]);
  const make = (edit: Edit) => {
    wanted.current = edit;
    editing.make(edit);
  };

  return (
    <nav class="account-bar" aria-label={say('accounts')}>
      {shown.map((each) => (
        <SwitchButton key={each.id} account={each} isActive={each.id === account.id} act={act} />
      ))}
      <MeButton
        account={account}
        photo={profile?.photo ?? null}
        availability={presence.data?.availability ?? null}
      />
      <AccountMenu session={session} act={act} go={go} editing={{ ...editing, make }} presence={presence} />
    </nav>
  );
}

function SwitchButton({ account, isActive, act }: { account: Account; isActive: boolean; act: Act }) {
  return (
    <button
      type="button"
      class={`account-dot avatar-${tone(account.name)}`}
      aria-pressed={isActive}
      aria-label={say('switchTo', account.username)}
      title={account.username}
      data-initials={initials(account.name)}
      onClick={() => act('switchAccount', account.id)}
    />
  );
}
