import { useState } from 'preact/hooks';
import type { Session } from '../../src/contract.ts';
import type { Presence } from '../../src/data/presence.ts';
import { openPermissions } from '../../src/pages.ts';
import type { Act } from '../../src/ui/use-session.ts';
import { say } from '../../src/words.ts';
import type { Editing } from '../data/use-editing.ts';
import type { Reading } from '../data/use-reading.ts';
import { showShortcuts } from '../keys/show-shortcuts.ts';
import type { Go } from '../use-place.ts';
import { KeepChoice } from './keep-choice.tsx';
import { MENU_ID } from './me-button.tsx';
import { PresenceMenu } from './presence-menu.tsx';
import { SideEntry } from './side-entry.tsx';

interface Props {
  session: Extract<Session, { status: 'signed-in' }>;
  act: Act;
  go: Go;
  editing: Editing;
  presence: Reading<Presence>;
}

/** Everything about accounts, drawn when it is opened: all of them, how others see this one, one more, what is kept, and the ways out. */
export function AccountMenu(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div
      id={MENU_ID}
      class="menu"
      popover="auto"
      onBeforeToggle={({ newState }) => newState === 'open' && setOpen(true)}
      // Not before it is closed: the browser gives the focus back from what is in it.
      onToggle={({ newState }) => setOpen(newState === 'open')}
    >
      {isOpen && <Items {...props} />}
    </div>
  );
}

function Items({ session, act, go, editing, presence }: Props) {
  const { account, accounts, keep } = session;
  return (
    <>
      <ul class="menu-accounts">
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
      {!account.isPersonal && <PresenceMenu presence={presence} editing={editing} go={go} />}
      <button
        type="button"
        class="menu-item add-account"
        popovertarget={MENU_ID}
        popovertargetaction="hide"
        onClick={() => act('signIn', { kind: 'new' })}
      >
        {say('addAccount')}
      </button>
      <button
        type="button"
        class="menu-item open-glance"
        popovertarget={MENU_ID}
        popovertargetaction="hide"
        onClick={() => void openPermissions('glance')}
      >
        {say('glanceMenu')}
      </button>
      <SideEntry />
      <button
        type="button"
        class="menu-item show-shortcuts"
        popovertarget={MENU_ID}
        popovertargetaction="hide"
        onClick={showShortcuts}
      >
        {say('keysTitle')}
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
    </>
  );
}
