import type { Reply } from '../../src/contract.ts';
import { toAppError } from '../../src/errors.ts';
import { toObstacle } from '../../src/obstacles.ts';

/** What the background answers; that it does not is an obstacle as well. */
export async function answerTo<T>(load: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await load();
  } catch (thrown) {
    return { kind: 'obstacle', obstacle: toObstacle(toAppError(thrown)) };
  }
}
