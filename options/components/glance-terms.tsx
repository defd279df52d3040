import type { Account } from '../../src/contract.ts';
import type { Reason } from '../../src/errors.ts';
import { type Obstacle, presentObstacle } from '../../src/obstacles.ts';
import { needsOf, type Purpose } from '../../src/purposes.ts';
import { Forecast } from '../../src/ui/consent/forecast.tsx';
import { Terms } from '../../src/ui/consent/terms.tsx';
import { Details } from '../../src/ui/details.tsx';
import { say } from '../../src/words.ts';

interface Props {
  obstacle: Obstacle;
  purpose: Purpose;
  account: Account;
  onContinue(): void;
  onTurnOff(): void;
}

/** The reasons that a person who turns the switch knows nothing new from. */
const UNSAID: ReadonlySet<Reason> = new Set(['consent-missing', 'postponed']);

/** Before Microsoft asks: what it allows and what not, who is likely to decide, and the way back. */
export function GlanceTerms({ obstacle, purpose, account, onContinue, onTurnOff }: Props) {
  const { title, text } = presentObstacle(obstacle.reason);
  const isNew = UNSAID.has(obstacle.reason);
  return (
    <section class="glance-ask consent-card" data-purpose={purpose} data-reason={obstacle.reason}>
      <h4>{say(isNew ? 'glanceTermsTitle' : title)}</h4>
      {!isNew && <p>{say(text)}</p>}
      <Terms permissions={needsOf(purpose)} />
      <Forecast permissions={needsOf(purpose)} isPersonal={account.isPersonal} />
      <Details obstacle={obstacle} />
      <div class="glance-actions">
        <button type="button" class="button button-primary consent-continue" onClick={onContinue}>
          {say('askContinue')}
        </button>
        <button type="button" class="button consent-not-now" onClick={onTurnOff}>
          {say('notNow')}
        </button>
      </div>
    </section>
  );
}
