import type { Session } from '../../src/contract.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { ObstacleCard } from '../../src/ui/obstacle-card.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import { say } from '../../src/words.ts';
import { Catalogue } from '../components/catalogue.tsx';
import { WindowNote } from '../components/window-note.tsx';
import { catalogueFor } from '../standing.ts';

interface Props {
  session: Extract<Session, { status: 'signed-out' | 'signing-in' }>;
  act: Act;
}

/** Nobody is signed in: says so, how to begin, and everything that Lanyard could come to ask for. */
export function SignedOut({ session, act }: Props) {
  const obstacle = session.status === 'signed-out' ? session.obstacle : undefined;
  return (
    <>
      {session.status === 'signing-in' && <WindowNote />}
      {obstacle && <ObstacleCard obstacle={obstacle} onDismiss={() => act('dismiss')} />}
      {session.status === 'signed-out' && (
        <section class="panel nobody">
          <span class="medallion">
            <Icon name="person" />
          </span>
          <h2>{say('nobodyTitle')}</h2>
          <p>{say('nobodyText')}</p>
          <button
            type="button"
            class="button button-primary sign-in"
            onClick={() => act('signIn', { kind: 'new' })}
          >
            {say('signIn')}
          </button>
          <p class="hint">{say('signInNote')}</p>
        </section>
      )}
      <Catalogue
        title="catalogueTitle"
        text="catalogueText"
        entries={catalogueFor(false)}
        isForecast={true}
      />
    </>
  );
}
