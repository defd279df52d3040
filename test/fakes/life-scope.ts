import { AsyncLocalStorage } from 'node:async_hooks';
import type { fakeLocks } from './fake-locks.ts';

// The part of a life that the fakes ask for: which life a call belongs to, and if that life is over.

/** The state of one life of the background. */
export interface LifeScope {
  isOver: boolean;
  writes: number;
  mostWrites: number;
  failingWrite: number;
  locks: ReturnType<typeof fakeLocks>;
  timers: Set<ReturnType<typeof setTimeout>>;
  end(): void;
}

export const currentLife = new AsyncLocalStorage<LifeScope>();
export const never = new Promise<never>(() => undefined);

/** The calls that no life made, though only a background makes them. A test that has one fails. */
export const strangers: Error[] = [];

/** Returns the life that a call belongs to. Throws if the call belongs to none, and notes it for the end of the test. */
export function needLife(call: string): LifeScope {
  const life = currentLife.getStore();
  if (life) return life;
  const stranger = new Error(
    `${call} outside a life of the background: call it through world.wake() or life.run().`,
  );
  strangers.push(stranger);
  throw stranger;
}

/** Waits forever in a life that is over. */
export async function whileAlive(): Promise<void> {
  if (currentLife.getStore()?.isOver) await never;
}

/** Passes a result on, unless the life that waits for it is over by then. */
export async function held<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } finally {
    await whileAlive();
  }
}

/** Has a listener called in the life that added it, and not at all once that is over. */
export function bindToLife<Args extends unknown[], R>(
  listener: (...args: Args) => R,
): (...args: Args) => R | undefined {
  const life = currentLife.getStore();
  if (!life) return listener;
  return (...args) => (life.isOver ? undefined : currentLife.run(life, () => listener(...args)));
}

/** Changes a part of `browser` so that its calls do nothing, and stay unanswered, in a life that is over. */
export function gated<T extends object>(part: T): T {
  for (const [name, member] of Object.entries(part)) {
    if (typeof member !== 'function') continue;
    Object.assign(part, {
      [name](...args: unknown[]) {
        if (currentLife.getStore()?.isOver) return never;
        const result = Reflect.apply(member, part, args);
        return result instanceof Promise ? held(result) : result;
      },
    });
  }
  return part;
}

/** Node's own, for the test files that come after in the same process. */
const { setTimeout: realSetTimeout } = globalThis;
const bound = new WeakSet<object>();

/** Has each timer that is begun in a life run in it, and end with it. To be called again when timers were faked. */
export function bindTimers(): void {
  const { setTimeout: plain } = globalThis;
  if (bound.has(plain)) return;
  const inLife = (callback: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const life = currentLife.getStore();
    if (!life) return plain(callback, ms, ...args);
    const timer = plain(() => {
      life.timers.delete(timer);
      if (!life.isOver) currentLife.run(life, callback, ...args);
    }, ms);
    life.timers.add(timer);
    return timer;
  };
  globalThis.setTimeout = Object.assign(inLife, plain);
  bound.add(globalThis.setTimeout);
}

export function unbindTimers(): void {
  globalThis.setTimeout = realSetTimeout;
}
