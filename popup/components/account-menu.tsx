import type { Session } from '../../src/contract.ts';
import { Icon } from '../../src/ui/icon.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import { say } from '../../src/words.ts';
import { KeepChoice } from './keep-choice.tsx';

interface Props {
  session: Extract<Session, { status: 'signed-in' }>;
  act: Act;
}

const MENU_ID = 'account-menu';

/** Everything about accounts: all of them, one more, what is kept, and the ways out. */
export function AccountMenu({ session, act }: Props) {
  const { account, accounts, keep } = session;
  return (
    <>
      <button
        type="button"
        class="button button-icon menu-button"
        popovertarget={MENU_ID}
        aria-label={say('accountMenu', account.username)}
      >
        <Icon name="more" />
      </button>
      <div id={MENU_ID} class="menu" popover="auto">
        <ul>
          {accounts.map(({ id, name, username }) => (
            <li key={id}>
              <button
                type="button"
                class="menu-item"
                aria-current={id === account.id}
                popovertarget={MENU_ID}
                popovertargetaction="hide"
                onClick={() => act('switchAccount', id)}
              >
                <bdi>{name}</bdi>
                <bdi class="menu-detail">{username}</bdi>
              </button>
            </li>
          ))}
        </ul>
        <button
          type="button"
          class="menu-item add-account"
          popovertarget={MENU_ID}
          popovertargetaction="hide"
          onClick={() => act('signIn', { kind: 'new' })}
        >
          {say('addAccount')}
        </button>
        <KeepChoice keep={keep} act={act} />
        {accounts.length > 1 && (
          <button
            type="button"
            class="menu-item sign-out-all"
            popovertarget={MENU_ID}
            popovertargetaction="hide"
            onClick={() =>
              act(
                'signOut',
                accounts.map(({ id }) => id),
              )
            }
          >
            {say('signOutAll')}
          </button>
        )}
      </div>
    </>
  );
}
