import { setTimeout as delay } from 'node:timers/promises';

/** For what hangs only: a machine that is busy with other things must not reach it. */
export const PATIENCE_MS = 60_000;

/** Asks again and again until the answer is not null, and gives it; rejects with `what` after `timeoutMs`. */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T | null>,
  timeoutMs = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs / 1000} s for ${what}, in vain.`);
    await delay(25);
  }
}
