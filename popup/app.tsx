import { ObstacleCard } from '../src/ui/obstacle-card.tsx';
import { type SessionView, useSession } from '../src/ui/use-session.ts';
import { say } from '../src/words.ts';
import { AccountBar } from './components/account-bar.tsx';
import { type Go, type Place, usePlace } from './use-place.ts';
import { Connecting } from './views/connecting.tsx';
import { SignedIn } from './views/signed-in.tsx';
import { SigningIn } from './views/signing-in.tsx';
import { Unconfigured } from './views/unconfigured.tsx';
import { Unsupported } from './views/unsupported.tsx';
import { Welcome } from './views/welcome.tsx';

/** The popup: the name of the thing, whose it is, and one view for where the person stands. */
export function App() {
  const view = useSession();
  const { session, act } = view;
  const { place, go } = usePlace(session);
  return (
    <>
      <header class="brand">
        <img src="../icons/icon-32.png" width="24" height="24" alt="" />
        <h1>{say('appName')}</h1>
        {session?.status === 'signed-in' && <AccountBar session={session} act={act} />}
      </header>
      <main>
        <View {...view} place={place} go={go} />
      </main>
    </>
  );
}

type ViewProps = SessionView & { place: Place | null; go: Go };

function View({ session, failure, act, retry, place, go }: ViewProps) {
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
      if (!place) return <Connecting />;
      return <SignedIn key={session.account.id} session={session} act={act} place={place} go={go} />;
  }
}
