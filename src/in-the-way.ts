import type { Reply } from './contract.ts';
import { type Obstacle, presentObstacle } from './obstacles.ts';
import type { Purpose } from './purposes.ts';

/** What is shown in front of data: at most a notice above, and what stands in the way. */
export interface InTheWay {
  notice: Obstacle | null;
  barrier: Obstacle | null;
  /** Whether how the last click ended is known to be so no more. */
  isOutdated: boolean;
}

const free: InTheWay = { notice: null, barrier: null, isOutdated: false };

/**
 * What is said first: how the person's own last click ended (`said`), or what came in place of the data. Both only
 * where a click that came to nothing would hide the card that it came from.
 */
export function inTheWay(
  said: Obstacle | undefined,
  reply: Reply<unknown> | null,
  purpose: Purpose,
): InTheWay {
  const found = reply?.kind === 'obstacle' ? reply.obstacle : null;
  if (!said) return { ...free, barrier: found };
  if (!isAboutConsent(said)) {
    return isAboutConsent(found) ? { ...free, notice: said, barrier: found } : { ...free, barrier: said };
  }
  // Given since, by an administrator for one.
  if (said.purpose === purpose && reply?.kind === 'ready') return { ...free, isOutdated: true };
  // What was only likely has become certain.
  if (said.reason === 'approval-likely' && found?.reason === 'approval-needed') {
    return { ...free, barrier: found };
  }
  return { ...free, barrier: said };
}

/** Whether it has a card of its own, on which the permissions stand. */
export function isAboutConsent(obstacle: Obstacle | null | undefined): boolean {
  const action = obstacle && presentObstacle(obstacle.reason).action;
  return action === 'allow' || action === 'ask-administrator' || action === 'resume';
}
