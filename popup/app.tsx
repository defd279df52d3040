import { say } from '../src/words.ts';
import { useSession } from './use-session.ts';
import { Connecting } from './views/connecting.tsx';
import { SignedIn } from './views/signed-in.tsx';
import { SigningIn } from './views/signing-in.tsx';
import { Unconfigured } from './views/unconfigured.tsx';
import { Unsupported } from './views/unsupported.tsx';
import { Welcome } from './views/welcome.tsx';

/** The popup: the name of the thing, and one view for where the person stands. */
export function App() {
  return (
    <>
      <header class="brand">
        <img src="../icons/icon-32.png" width="24" height="24" alt="" />
        <h1>{say('appName')}</h1>
      </header>
      <main>
        <View />
      </main>
    </>
  );
}

function View() {
  const { session, signIn, signOut, dismiss } = useSession();
  switch (session?.status) {
    case undefined:
      return <Connecting />;
    case 'unsupported':
      return <Unsupported />;
    case 'unconfigured':
      return <Unconfigured redirectUri={session.redirectUri} />;
    case 'signed-out':
      return <Welcome obstacle={session.obstacle} onSignIn={signIn} />;
    case 'signing-in':
      return <SigningIn />;
    case 'signed-in':
      return (
        <SignedIn
          account={session.account}
          obstacle={session.obstacle}
          onSignIn={signIn}
          onSignOut={signOut}
          onDismiss={dismiss}
        />
      );
  }
}
