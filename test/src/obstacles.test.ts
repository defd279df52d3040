import { expect, it } from 'vitest';
import { AppError, REASONS } from '../../src/errors.ts';
import { presentObstacle, toObstacle } from '../../src/obstacles.ts';
import { say } from '../../src/words.ts';

it.each(REASONS)('has words for %s that end in a full stop and hold no code', (reason) => {
  const { title, text } = presentObstacle(reason);
  expect(say(title)).toMatch(/^[A-Z].*[^.]$/);
  expect(say(text)).toMatch(/^[A-Z].*\.$/);
  expect(`${say(title)} ${say(text)}`).not.toMatch(/AADSTS|HTTP|_/);
});

it('keeps nothing of an error but its reason, reference and time', () => {
  const error = new AppError('throttled', { cause: new Error('secret'), detail: 'Graph 429', retryAt: 9 });
  expect(toObstacle(error)).toEqual({ reason: 'throttled', detail: 'Graph 429', retryAt: 9 });
  expect(toObstacle(new AppError('offline'))).toEqual({ reason: 'offline' });
});
