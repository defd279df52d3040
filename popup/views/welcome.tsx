import type { Session } from '../../src/contract.ts';
import { presentObstacle } from '../../src/obstacles.ts';
import { Icon, type IconName } from '../../src/ui/icon.tsx';
import { ObstacleCard } from '../../src/ui/obstacle-card.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import { say, type WordKey } from '../../src/words.ts';
import { FarewellCard } from '../components/farewell-card.tsx';
import { KeepChoice } from '../components/keep-choice.tsx';

interface Props {
  session: Extract<Session, { status: 'signed-out' }>;
  act: Act;
}

/** The permissions of the first sign-in, in our own words, before Microsoft asks in its own. */
const ASKS: readonly { icon: IconName; title: WordKey; text: WordKey }[] = [
  { icon: 'person', title: 'askSignInTitle', text: 'askSignInText' },
  { icon: 'contact-card', title: 'askProfileTitle', text: 'askProfileText' },
  { icon: 'key', title: 'askStayTitle', text: 'askStayText' },
];

/** Nobody is signed in: what Lanyard will ask for and why, and the button. */
export function Welcome({ session, act }: Props) {
  const { obstacle, farewell, keep } = session;
  const isFirst = !obstacle && !farewell;
  const isRetry = obstacle && presentObstacle(obstacle.reason).action === 'try-again';
  return (
    <div class="view">
      {obstacle && <ObstacleCard obstacle={obstacle} />}
      {farewell && !obstacle && <FarewellCard farewell={farewell} act={act} />}
      {isFirst && <h2 class="headline">{say('welcomeTitle')}</h2>}
      {isFirst && <p class="lead">{say('welcomeText')}</p>}
      <ul class="asks">
        {ASKS.map(({ icon, title, text }) => (
          <li key={title}>
            <span class="medallion medallion-small">
              <Icon name={icon} />
            </span>
            <strong>{say(title)}</strong>
            <span>{say(text)}</span>
          </li>
        ))}
      </ul>
      <footer class="actions">
        <KeepChoice keep={keep} act={act} />
        <button type="button" class="button button-primary" onClick={() => act('signIn', { kind: 'new' })}>
          {say(isRetry ? 'tryAgain' : 'signIn')}
        </button>
        {isFirst && <p class="hint">{say('signInNote')}</p>}
      </footer>
    </div>
  );
}
