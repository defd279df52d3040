import { CopyField } from '../../src/ui/copy-field.tsx';
import { ObstacleCard } from '../../src/ui/obstacle-card.tsx';
import type { SessionView } from '../../src/ui/use-session.ts';
import { say } from '../../src/words.ts';
import { Skeleton } from '../components/skeleton.tsx';
import { useSignedIn } from '../use-signed-in.ts';
import { Accounts } from './accounts.tsx';
import { SignedOut } from './signed-out.tsx';

/** Where the person stands: whose permissions there are to see, or why there are none. */
export function View({ session, failure, act, retry }: SessionView) {
  const signedIn = useSignedIn(session);
  const trouble = failure && (
    <ObstacleCard obstacle={failure} offers={[{ label: say('tryAgain'), run: retry }]} />
  );
  // What was known stays in sight while Microsoft's window is open, or the background does not answer.
  if (signedIn) {
    return (
      <>
        {trouble}
        <Accounts session={signedIn} isWindowOpen={session?.status === 'signing-in'} act={act} />
      </>
    );
  }
  if (trouble) return trouble;
  switch (session?.status) {
    case 'unsupported':
      return <ObstacleCard obstacle={{ reason: 'unsupported-browser' }} />;
    case 'unconfigured':
      return (
        <>
          <ObstacleCard obstacle={{ reason: 'not-configured' }} />
          <CopyField label={say('redirectUri')} value={session.redirectUri} />
        </>
      );
    case 'signed-out':
    case 'signing-in':
      return <SignedOut session={session} act={act} />;
    default:
      return <Skeleton />;
  }
}
