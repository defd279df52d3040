import { type Obstacle, presentObstacle } from '../src/obstacles.ts';

/** What is shown in front of data: at most a notice above, and what stands in the way. */
export interface InTheWay {
  notice: Obstacle | null;
  barrier: Obstacle | null;
}

/**
 * What is said first: how the person's own last click ended (`said`), or what stands before the data (`found`). Both
 * only where a click that came to nothing would hide the card that it came from.
 */
export function inTheWay(said: Obstacle | undefined, found: Obstacle | undefined): InTheWay {
  if (!said || !found) return { notice: null, barrier: said ?? found ?? null };
  return isAboutConsent(found) && !isAboutConsent(said)
    ? { notice: said, barrier: found }
    : { notice: null, barrier: said };
}

/** Whether it has a card of its own, on which the permissions stand. */
export function isAboutConsent({ reason }: Obstacle): boolean {
  const { action } = presentObstacle(reason);
  return action === 'allow' || action === 'ask-administrator' || action === 'resume';
}
