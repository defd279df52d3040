import type { Reply } from '../src/contract.ts';
import { toAppError } from '../src/errors.ts';
import { toObstacle } from '../src/obstacles.ts';
import type { Purpose } from '../src/purposes.ts';

/**
 * Data, or what stands in its way; a bug is neither.
 * @throws AppError `unexpected`
 */
export async function answerWith<T>(purpose: Purpose, read: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { kind: 'ready', data: await read(), readAt: Date.now() };
  } catch (thrown) {
    const error = toAppError(thrown).during(purpose);
    if (error.reason === 'unexpected') throw error;
    return { kind: 'obstacle', obstacle: toObstacle(error) };
  }
}
