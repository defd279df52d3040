import type { Account, Session } from '../../src/contract.ts';
import { say } from '../../src/words.ts';
import type { Act } from '../use-session.ts';
import { AccountMenu } from './account-menu.tsx';
import { initials, tone } from './avatar.tsx';

interface Props {
  session: Extract<Session, { status: 'signed-in' }>;
  act: Act;
}

/** As many as fit beside the name; the menu has them all. */
const MOST = 4;

/** Who is signed in, the active one marked: a click on another shows theirs. And the menu. */
export function AccountBar({ session, act }: Props) {
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
