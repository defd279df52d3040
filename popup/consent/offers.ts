import { type Obstacle, presentObstacle } from '../../src/obstacles.ts';
import type { Offer } from '../../src/ui/obstacle-card.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import { say } from '../../src/words.ts';
import type { SignedInSession } from '../panels/panel.ts';

/** `isPlain`: it opens Microsoft's window once more, as the button of a card does. */
export interface BarrierOffer extends Offer {
  isPlain: boolean;
}

/** What can be done about an obstacle that has no card of its own. */
export function offersFor(
  obstacle: Obstacle,
  { account }: SignedInSession,
  act: Act,
  retry?: () => void,
): BarrierOffer[] {
  const signIn = () =>
    act('signIn', { kind: 'again', accountId: account.id, purpose: obstacle.purpose ?? 'profile' });
  const again = { label: say('continueAs', account.username), run: signIn, isPlain: true };
  switch (presentObstacle(obstacle.reason).action) {
    case 'sign-in':
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
