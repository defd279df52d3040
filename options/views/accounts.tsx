import { useState } from 'preact/hooks';
import type { Act } from '../../src/ui/use-session.ts';
import { AccountChoice } from '../components/account-choice.tsx';
import { WindowNote } from '../components/window-note.tsx';
import type { SignedInSession } from '../use-signed-in.ts';
import { AccountView } from './account-view.tsx';

interface Props {
  session: SignedInSession;
  isWindowOpen: boolean;
  act: Act;
}

/** Whose permissions to see, where several people are signed in, and the permissions of that one. */
export function Accounts({ session, isWindowOpen, act }: Props) {
  const { account: active, accounts, revision, obstacle } = session;
  // Looking at an account here does not make it the one that the popup shows.
  const [chosen, choose] = useState<string | null>(null);
  const ordered = [active, ...accounts.filter(({ id }) => id !== active.id)];
  const shown = ordered.find(({ id }) => id === chosen) ?? active;
  return (
    <>
      {ordered.length > 1 && <AccountChoice accounts={ordered} chosen={shown.id} onChoose={choose} />}
      {isWindowOpen && <WindowNote />}
      <AccountView
        key={shown.id}
        account={shown}
        revision={revision}
        said={shown === active ? obstacle : undefined}
        act={act}
      />
    </>
  );
}
