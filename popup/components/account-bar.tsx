import type { Account } from '../../src/contract.ts';
import { initials, tone } from '../../src/ui/avatar.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import { say } from '../../src/words.ts';
import type { PanelProps } from '../panels/panel.ts';
import { AccountMenu } from './account-menu.tsx';

/** As many as fit beside the name; the menu has them all. */
const MOST = 4;

/** Who is signed in, the active one marked: a click on another shows theirs. And the menu. */
export function AccountBar(props: PanelProps) {
  const { session, act } = props;
  const { account, accounts } = session;
  const shown = accounts.length > 1 ? accounts.slice(0, MOST) : [];
  return (
    <nav class="account-bar" aria-label={say('accounts')}>
      {shown.map((each) => (
        <SwitchButton key={each.id} account={each} isActive={each.id === account.id} act={act} />
      ))}
      <AccountMenu session={session} act={act} />
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
      onClick={() => act('switchAccount', account.id)}
    >
      {initials(account.name)}
    </button>
  );
}
