import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createChanges } from '../../background/changes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const isSettled = async (promise: Promise<void>) => {
  const pending = Symbol('pending');
  return (await Promise.race([promise, Promise.resolve(pending)])) !== pending;
};

it('announces a change to everybody who waits for it', async () => {
  const changes = createChanges();
  const { revision } = changes;
  const waiting = [changes.after(revision, 20_000), changes.after(revision, 20_000)];
  expect(await isSettled(waiting[0] ?? Promise.resolve())).toBe(false);
  changes.announce();
  await Promise.all(waiting);
  expect(changes.revision).toBeGreaterThan(revision);
  expect(vi.getTimerCount()).toBe(0);
});

it('returns at once if the change has already happened', async () => {
  const changes = createChanges();
  const { revision } = changes;
  changes.announce();
  await changes.after(revision, 20_000);
  expect(vi.getTimerCount()).toBe(0);
});

it('ends the wait after the time limit', async () => {
  const changes = createChanges();
  const waiting = changes.after(changes.revision, 20_000);
  await vi.advanceTimersByTimeAsync(19_999);
  expect(await isSettled(waiting)).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await waiting;
  expect(vi.getTimerCount()).toBe(0);
});

it('keeps counting from one life of the background to the next', () => {
  const before = createChanges();
  before.announce();
  vi.setSystemTime(Date.now() + 1000);
  expect(createChanges().revision).toBeGreaterThan(before.revision);
});
