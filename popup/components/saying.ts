import type { Obstacle } from '../../src/obstacles.ts';
import type { SignedInSession } from '../panels/panel.ts';

/** The session with how the last click ended, or without where that is said elsewhere on the page. */
export function saying(session: SignedInSession, isSaid: (obstacle: Obstacle) => boolean): SignedInSession {
  const { obstacle, ...rest } = session;
  return obstacle && isSaid(obstacle) ? session : rest;
}
