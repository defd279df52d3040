import { expect, it } from 'vitest';
import { createLimiter } from '../../../background/graph/limiter.ts';
import { defer } from '../../fakes/deferred.ts';

/** Starts work that goes on until it is told to end, and keeps a list of what is going on. */
function setUp(most: number) {
  const limiter = createLimiter(most);
  const goingOn: string[] = [];
  const begin = (name: string, weight = 1) => {
    const end = defer();
    const done = limiter.run(weight, async () => {
      goingOn.push(name);
      await end.promise;
      goingOn.splice(goingOn.indexOf(name), 1);
      return name;
    });
    return { done, end: () => end.resolve() };
  };
  return { limiter, goingOn, begin };
}

it('runs as many requests at a time as allowed, in the order of the calls', async () => {
  const { goingOn, begin } = setUp(4);
  const work = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => begin(name));
  await expect.poll(() => goingOn).toEqual(['a', 'b', 'c', 'd']);
  work[1]?.end();
  expect(await work[1]?.done).toBe('b');
  await expect.poll(() => goingOn).toEqual(['a', 'c', 'd', 'e']);
  for (const each of work) each.end();
  expect(await Promise.all(work.map(({ done }) => done))).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

it('keeps a light request behind a heavy one that came first', async () => {
  const { goingOn, begin } = setUp(4);
  const light = begin('light');
  const heavy = begin('heavy', 4);
  const late = begin('late');
  await expect.poll(() => goingOn).toEqual(['light']);
  light.end();
  await expect.poll(() => goingOn).toEqual(['heavy']);
  heavy.end();
  await expect.poll(() => goingOn).toEqual(['late']);
  late.end();
  await late.done;
});

it('continues after a request that fails', async () => {
  const { limiter } = setUp(1);
  await expect(limiter.run(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await limiter.run(1, async () => 'yes')).toBe('yes');
});
