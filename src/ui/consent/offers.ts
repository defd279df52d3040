import type { Account } from '../../contract.ts';
import { type Obstacle, presentObstacle } from '../../obstacles.ts';
import { say } from '../../words.ts';
import type { Offer } from '../obstacle-card.tsx';
import type { Act } from '../use-session.ts';

/** `isPlain`: it opens Microsoft's window once more, as the button of a card does. */
export interface BarrierOffer extends Offer {
  isPlain: boolean;
}

/** What can be done about an obstacle that has no card of its own. */
export function offersFor(
  obstacle: Obstacle,
  account: Account,
  act: Act,
  retry?: () => void,
): BarrierOffer[] {
  const { action, prompt } = presentObstacle(obstacle.reason);
  const { purpose = 'profile' } = obstacle;
  const somebodyNew = () => act('signIn', { kind: 'new' });
  // What the window was opened for is what is tried again.
  const kind = obstacle.of === 'approve' ? 'approve' : 'again';
  const isNew = obstacle.of === 'new' || obstacle.of === 'add';
  const signIn = isNew ? somebodyNew : () => act('signIn', { kind, accountId: account.id, purpose });
  const label =
    obstacle.of && obstacle.of !== 'again' ? say('tryAgain') : say('continueAs', account.username);
  const again = { label, run: signIn, isPlain: kind === 'again' };
  switch (action) {
    case 'sign-in':
      if (prompt === 'select_account')
        return [{ label: say('addAccount'), run: somebodyNew, isPlain: false }];
      return [again];
    case 'try-again':
      return [{ label: say('tryAgain'), run: retry ?? signIn, isPlain: true }];
    case 'choose-account': {
      const username = obstacle.picked;
      if (!username) return [again];
      const add = () => act('signIn', { kind: 'add', username });
      return [
        { ...again, isPlain: false },
        { label: say('useInstead', username), run: add, isPlain: false },
      ];
    }
    case 'allow':
    case 'ask-administrator':
    case 'resume':
    case 'none':
      return [];
  }
}
