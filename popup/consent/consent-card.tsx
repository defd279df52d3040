import { useState } from 'preact/hooks';
import type { Reason } from '../../src/errors.ts';
import { presentObstacle } from '../../src/obstacles.ts';
import { describePurpose, needsOf } from '../../src/purposes.ts';
import { Forecast } from '../../src/ui/consent/forecast.tsx';
import { Terms } from '../../src/ui/consent/terms.tsx';
import { Details } from '../../src/ui/details.tsx';
import { Icon } from '../../src/ui/icon.tsx';
import { say, type WordKey } from '../../src/words.ts';
import type { CardProps } from './barrier.tsx';
import { PURPOSE_ICONS } from './purpose-icons.ts';
import { QuietCard } from './quiet-card.tsx';

/** What the button says that leads on to Microsoft, where it is not the first time. */
const AGAIN: Partial<Record<Reason, WordKey>> = {
  declined: 'askAgain',
  'consent-revoked': 'allowAgain',
  'partly-granted': 'allowAgain',
};

/** Before Microsoft asks: what it is for, what it allows and what not, and who is likely to decide. */
export function ConsentCard({ obstacle, purpose, session, act, onDismiss, onLeave }: CardProps) {
  const { account } = session;
  const { title, text } = presentObstacle(obstacle.reason);
  const [isUnfolded, setUnfolded] = useState(false);

  if (obstacle.reason === 'postponed' && !isUnfolded) {
    return (
      <QuietCard
        purpose={purpose}
        icon={PURPOSE_ICONS[purpose]}
        title={say(title)}
        action={say('turnOn')}
        onAct={() => setUnfolded(true)}
      />
    );
  }
  const postpone = () => {
    setUnfolded(false);
    onDismiss?.();
    onLeave?.();
    act('postpone', account.id, purpose);
  };
  const again = AGAIN[obstacle.reason];
  return (
    <section
      class="pass consent-card"
      data-purpose={purpose}
      data-reason={obstacle.reason}
      aria-label={say(describePurpose(purpose).title)}
    >
      {again && (
        <div class="pass-said" role="status">
          <h2>{say(title)}</h2>
          <p>{say(text)}</p>
          <Details obstacle={obstacle} />
        </div>
      )}
      <header class="pass-head">
        <span class="medallion">
          <Icon name={PURPOSE_ICONS[purpose]} />
        </span>
        <h2>{say(describePurpose(purpose).title)}</h2>
        <p>{say(describePurpose(purpose).shows)}</p>
      </header>
      <Terms permissions={needsOf(purpose)} />
      <Forecast permissions={needsOf(purpose)} isPersonal={account.isPersonal} />
      <footer class="pass-actions">
        <button
          type="button"
          class="button button-primary consent-continue"
          onClick={() => act('signIn', { kind: 'again', accountId: account.id, purpose })}
        >
          {say(again ?? 'askContinue')}
        </button>
        <button type="button" class="button consent-not-now" onClick={postpone}>
          {say('notNow')}
        </button>
      </footer>
    </section>
  );
}
