import { presentObstacle } from '../../src/obstacles.ts';
import { describePermission } from '../../src/permissions.ts';
import { describePurpose, needsOf } from '../../src/purposes.ts';
import { ApprovalLetter } from '../../src/ui/consent/approval-letter.tsx';
import { useApproval } from '../../src/ui/consent/use-approval.ts';
import { Details } from '../../src/ui/details.tsx';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import type { CardProps } from './barrier.tsx';

/** An organisation decides: what to send to whoever decides there, or to say yes oneself. */
export function ApprovalCard({ obstacle, purpose, session, act, onDismiss, onLeave }: CardProps) {
  const { account } = session;
  const { title, text } = presentObstacle(obstacle.reason);
  const { approval, request } = useApproval(account.id, purpose);
  // An organisation need not be asked: the person may leave it, as with any other card.
  const postpone = () => act('postpone', account.id, purpose);
  const onClose = onDismiss ?? onLeave ?? postpone;
  const open = (kind: 'approve' | 'again') => act('signIn', { kind, accountId: account.id, purpose });
  return (
    <section
      class="pass approval-card"
      data-purpose={purpose}
      data-reason={obstacle.reason}
      aria-label={say(title)}
    >
      <header class="pass-head">
        <span class="medallion">
          <Icon name="building" />
        </span>
        <h2>{say(title)}</h2>
        <p>{say(text)}</p>
      </header>
      <button
        type="button"
        class="button button-icon pass-close"
        aria-label={say(onClose === postpone ? 'notNow' : 'dismiss')}
        onClick={onClose}
      >
        <Icon name="dismiss" />
      </button>
      {approval ? (
        <ApprovalLetter approval={approval} username={account.username} />
      ) : (
        <ul class="terms torn">
          {needsOf(purpose).map((permission) => (
            <li key={permission}>
              <h3>{say(describePermission(permission).name)}</h3>
              <p class="term">{say(describePurpose(purpose).shows)}</p>
            </li>
          ))}
        </ul>
      )}
      <Details obstacle={obstacle} />
      <footer class="pass-actions">
        {!approval && (
          <button type="button" class="button button-primary ask-administrator" onClick={request}>
            {say('askAdministrator')}
          </button>
        )}
        <button type="button" class="button i-am-administrator" onClick={() => open('approve')}>
          {say('iAmAdministrator')}
        </button>
        <button type="button" class="button try-again" onClick={() => open('again')}>
          {say('tryAgain')}
        </button>
      </footer>
    </section>
  );
}
