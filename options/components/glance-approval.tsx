import type { Account } from '../../src/contract.ts';
import { type Obstacle, presentObstacle } from '../../src/obstacles.ts';
import type { Purpose } from '../../src/purposes.ts';
import { ApprovalLetter } from '../../src/ui/consent/approval-letter.tsx';
import { useApproval } from '../../src/ui/consent/use-approval.ts';
import { Details } from '../../src/ui/details.tsx';
import { say } from '../../src/words.ts';

interface Props {
  obstacle: Obstacle;
  purpose: Purpose;
  account: Account;
  onOpen(kind: 'again' | 'approve'): void;
}

/** An organisation decides: what to send to whoever decides there, or to say yes oneself. */
export function GlanceApproval({ obstacle, purpose, account, onOpen }: Props) {
  const { title, text } = presentObstacle(obstacle.reason);
  const { approval, request } = useApproval(account.id, purpose);
  return (
    <section class="glance-ask approval-card" data-purpose={purpose} data-reason={obstacle.reason}>
      <h4>{say(title)}</h4>
      <p>{say(text)}</p>
      {approval && <ApprovalLetter approval={approval} username={account.username} />}
      <Details obstacle={obstacle} />
      <div class="glance-actions">
        {/* It stays, so that the focus does. */}
        <button
          type="button"
          class="button button-primary ask-administrator"
          aria-expanded={approval !== null}
          onClick={request}
        >
          {say('askAdministrator')}
        </button>
        <button type="button" class="button i-am-administrator" onClick={() => onOpen('approve')}>
          {say('iAmAdministrator')}
        </button>
        <button type="button" class="button try-again" onClick={() => onOpen('again')}>
          {say('tryAgain')}
        </button>
      </div>
    </section>
  );
}
