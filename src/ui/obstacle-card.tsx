import { type Obstacle, presentObstacle } from '../obstacles.ts';
import { say } from '../words.ts';
import { Breakable } from './breakable.tsx';
import { Details } from './details.tsx';
import { Icon, type IconName } from './icon.tsx';
import { clockTime } from './times.ts';

/** Something that can be done about it. */
export interface Offer {
  label: string;
  run(): void;
}

interface Props {
  obstacle: Obstacle;
  /** None where it is offered elsewhere on the page. */
  offers?: readonly Offer[];
  onDismiss?: (() => void) | undefined;
}

const ICONS: Record<'info' | 'warning' | 'error', IconName> = {
  info: 'info',
  warning: 'warning',
  error: 'error',
};

/** What stands in the way, in words, with what to do about it. */
export function ObstacleCard({ obstacle, offers = [], onDismiss }: Props) {
  const { severity, title, text } = presentObstacle(obstacle.reason);
  return (
    <section class={`obstacle obstacle-${severity}`} role={severity === 'error' ? 'alert' : 'status'}>
      <Icon name={ICONS[severity]} />
      <div class="obstacle-words">
        <h2>{say(title)}</h2>
        <p>
          {say(text)} {notBefore(obstacle)}
        </p>
        {offers.length > 0 && <Offers offers={offers} />}
        <Details obstacle={obstacle} />
      </div>
      {onDismiss && (
        <button type="button" class="button button-icon" aria-label={say('dismiss')} onClick={onDismiss}>
          <Icon name="dismiss" />
        </button>
      )}
    </section>
  );
}

/** A row of buttons, the first of which is what most people want. */
export function Offers({ offers }: { offers: readonly Offer[] }) {
  return (
    <div class="offers">
      {offers.map(({ label, run }) => (
        <button key={label} type="button" class="button" onClick={run}>
          <Breakable text={label} />
        </button>
      ))}
    </div>
  );
}

function notBefore({ retryAt }: Obstacle): string {
  if (retryAt === undefined || retryAt <= Date.now()) return '';
  return say('notBefore', clockTime(retryAt));
}
