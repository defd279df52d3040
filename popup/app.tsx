import type { Session } from '../src/contract.ts';
import { ObstacleCard } from '../src/ui/obstacle-card.tsx';
import { type SessionView, useSession } from '../src/ui/use-session.ts';
import { say } from '../src/words.ts';
import { Brand } from './components/brand.tsx';
import type { FirstFrame } from './first-frame.ts';
import { useShortcuts } from './keys/use-shortcuts.ts';
import type { SignedInSession } from './panels/panel.ts';
import { usePlace } from './use-place.ts';
import { useReturn } from './use-return.ts';
import { Connecting } from './views/connecting.tsx';
import { SignedIn } from './views/signed-in.tsx';
import { SigningIn } from './views/signing-in.tsx';
import { Unconfigured } from './views/unconfigured.tsx';
import { Unsupported } from './views/unsupported.tsx';
import { Welcome } from './views/welcome.tsx';

interface Props {
  first: FirstFrame;
  /** The background's first answer, which was asked for before anything was drawn. */
  greeting: Promise<Session>;
}

/** The popup: the name of the thing, whose it is, and one view for where the person stands. */
export function App({ first, greeting }: Props) {
  const view = useSession(first.session, greeting);
  const { place, go, comeBack } = usePlace(view.session, first.place);
  const { session } = view;
  const act = useReturn(session, { place, go, comeBack, act: view.act });
  useShortcuts(place, go, session !== null || view.failure !== null);
  if (session?.status === 'signed-in' && !view.failure) {
    const store = isSameAccount(first.session, session) ? first.store : null;
    return (
      <SignedIn key={session.account.id} session={session} act={act} place={place} go={go} store={store} />
    );
  }
  return (
    <>
      <Brand />
      <main>
        <View {...view} act={act} />
      </main>
    </>
  );
}

function isSameAccount(one: Session | null, { account }: SignedInSession): boolean {
  return one?.status === 'signed-in' && one.account.id === account.id;
}

function View({ session, failure, act, retry }: SessionView) {
  if (failure) {
    return (
      <div class="view">
        <ObstacleCard obstacle={failure} offers={[{ label: say('tryAgain'), run: retry }]} />
      </div>
    );
  }
  switch (session?.status) {
    case undefined:
      return <Connecting />;
    case 'unsupported':
      return <Unsupported />;
    case 'unconfigured':
      return <Unconfigured redirectUri={session.redirectUri} />;
    case 'signed-out':
      return <Welcome session={session} act={act} />;
    case 'signing-in':
      return <SigningIn />;
    case 'signed-in':
      return null;
  }
}
