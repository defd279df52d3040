import { defer } from './deferred.ts';
import { fake } from './fake-browser.ts';
import { fakeLocks } from './fake-locks.ts';
import {
  bindTimers,
  currentLife,
  type LifeScope,
  needLife,
  never,
  unbindTimers,
  whileAlive,
} from './life-scope.ts';

/**
 * One life of the background, from its start until the browser stops it. Whatever was begun in a life that has ended
 * never goes on: its calls of the browser and the network stay unanswered, its timers are cleared, and its locks are
 * free again.
 */
export interface Life {
  /** Does something as part of this life. */
  run<T>(work: () => T): T;
  /** Returns the same part, every call of which is a part of this life. What it returns stays out once that is over. */
  bind<T extends object>(part: T): T;
  /** The browser stops the background. */
  end(): void;
  /** So many writes to storage are still made; the life ends with the one after them. */
  endAfterWrites(count: number): void;
  /** So many writes to storage are still made; the one after them fails, and the next ones are made again. */
  failAfterWrites(count: number): void;
  /** How many writes to storage it has made. */
  readonly writes: number;
  /** Resolves when the life is over. */
  readonly ended: Promise<void>;
}

async function passGate(call: 'get' | 'set' | 'remove'): Promise<void> {
  const life = currentLife.getStore();
  if (life && !life.isOver && call !== 'get') {
    if (life.writes >= life.mostWrites) life.end();
    else life.writes += 1;
  }
  await whileAlive();
  if (life && call !== 'get' && life.writes === life.failingWrite)
    throw new Error('IO error: the write failed');
}

/** Begins a life. Only what `run` does belongs to it. */
export function beginLife(): Life {
  const { promise: ended, resolve } = defer();
  const state: LifeScope = {
    isOver: false,
    writes: 0,
    mostWrites: Number.POSITIVE_INFINITY,
    failingWrite: Number.POSITIVE_INFINITY,
    locks: fakeLocks(),
    timers: new Set(),
    end() {
      state.isOver = true;
      for (const timer of state.timers) clearTimeout(timer);
      resolve();
    },
  };
  fake.session.gate = passGate;
  fake.local.gate = passGate;
  Object.assign(navigator, { locks: { request: requestLock } });
  bindTimers();
  return {
    run: (work) => currentLife.run(state, work),
    bind: (part) => bindTo(state, part),
    end: state.end,
    endAfterWrites(count) {
      state.mostWrites = state.writes + count;
    },
    failAfterWrites(count) {
      state.failingWrite = state.writes + count + 1;
    },
    get writes() {
      return state.writes;
    },
    ended,
  };
}

/** Puts back what lives have replaced, for the test files that come after in the same process. */
export function unplugLives(): void {
  Object.assign(navigator, { locks: fakeLocks() });
  unbindTimers();
}

function requestLock(...request: Parameters<ReturnType<typeof fakeLocks>['request']>): Promise<unknown> {
  const life = needLife(`The lock "${request[0]}" was requested`);
  return life.isOver ? never : Reflect.apply(life.locks.request, undefined, request);
}

function bindTo<T extends object>(life: LifeScope, part: T): T {
  return new Proxy(part, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member === 'function') {
        return (...params: unknown[]) =>
          callIn(life, () => Reflect.apply(member, target, params), String(name));
      }
      return isPart(member) ? bindTo(life, member) : member;
    },
  });
}

/** A test that begins a call in a life that is over is at fault; that life itself only does not go on. */
function callIn(life: LifeScope, call: () => unknown, name: string): unknown {
  if (life.isOver && currentLife.getStore() !== life) {
    throw new Error(`"${name}" was called in a life of the background that is over.`);
  }
  if (life.isOver) return never;
  const result = currentLife.run(life, call);
  if (!(result instanceof Promise)) return result;
  return result.finally(() => (life.isOver ? never : undefined));
}

function isPart(member: unknown): member is object {
  return typeof member === 'object' && member !== null && Object.getPrototypeOf(member) === Object.prototype;
}
