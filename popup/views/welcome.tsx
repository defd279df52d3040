import { type Obstacle, presentObstacle } from '../../src/obstacles.ts';
import { say, type WordKey } from '../../src/words.ts';
import { Icon, type IconName } from '../components/icon.tsx';
import { ObstacleCard } from '../components/obstacle-card.tsx';

interface Props {
  /** How the last attempt ended, if it did not end well. */
  obstacle: Obstacle | undefined;
  onSignIn(): void;
}

/** The permissions of the first sign-in, in our own words, before Microsoft asks in its own. */
const ASKS: readonly { icon: IconName; title: WordKey; text: WordKey }[] = [
  { icon: 'person', title: 'askSignInTitle', text: 'askSignInText' },
  { icon: 'contact-card', title: 'askProfileTitle', text: 'askProfileText' },
  { icon: 'key', title: 'askStayTitle', text: 'askStayText' },
];

/** Nobody is signed in: what Lanyard will ask for and why, and the button. */
export function Welcome({ obstacle, onSignIn }: Props) {
  const isRetry = obstacle && presentObstacle(obstacle.reason).action === 'try-again';
  return (
    <div class="view">
      {obstacle ? (
        <ObstacleCard obstacle={obstacle} />
      ) : (
        <>
          <h2 class="headline">{say('welcomeTitle')}</h2>
          <p class="lead">{say('welcomeText')}</p>
        </>
      )}
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
        <button type="button" class="button button-primary" onClick={onSignIn}>
          {say(isRetry ? 'tryAgain' : 'signIn')}
        </button>
        <p class="hint">{say('signInNote')}</p>
      </footer>
    </div>
  );
}
