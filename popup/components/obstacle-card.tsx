import { type Action, type Obstacle, presentObstacle } from '../../src/obstacles.ts';
import { say } from '../../src/words.ts';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  obstacle: Obstacle;
  /** What to do for each action; one that is left out is offered elsewhere on the page. */
  actions?: Partial<Record<Action, { label: string; run(): void }>>;
  onDismiss?: (() => void) | undefined;
}

const ICONS: Record<'info' | 'warning' | 'error', IconName> = {
  info: 'info',
  warning: 'warning',
  error: 'error',
};

/** What stands in the way, in words, with the one thing to do about it. */
export function ObstacleCard({ obstacle, actions = {}, onDismiss }: Props) {
  const { severity, title, text, action } = presentObstacle(obstacle.reason);
  const offered = actions[action];
  return (
    <section class={`obstacle obstacle-${severity}`} role={severity === 'error' ? 'alert' : 'status'}>
      <Icon name={ICONS[severity]} />
      <div class="obstacle-words">
        <h2>{say(title)}</h2>
        <p>{say(text)}</p>
        {obstacle.detail && <p class="reference">{say('reference', obstacle.detail)}</p>}
        {offered && (
          <button type="button" class="button" onClick={offered.run}>
            {offered.label}
          </button>
        )}
      </div>
      {onDismiss && (
        <button type="button" class="button button-icon" aria-label={say('dismiss')} onClick={onDismiss}>
          <Icon name="dismiss" />
        </button>
      )}
    </section>
  );
}
