import { AsyncLocalStorage } from 'node:async_hooks';
import { defer } from './deferred.ts';
import { fake } from './fake-browser.ts';
import { fakeLocks } from './fake-locks.ts';

/**
 * One life of the background, from its start until the browser stops it. Whatever was begun in a life that has ended
 * never goes on: its calls of storage and network stay unanswered, and its locks are free again.
 */
export interface Life {
  /** Does something as part of this life. */
  run<T>(work: () => T): T;
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

interface LifeState {
  isOver: boolean;
  writes: number;
  mostWrites: number;
  failingWrite: number;
  locks: ReturnType<typeof fakeLocks>;
  end(): void;
}

const current = new AsyncLocalStorage<LifeState>();
const never = new Promise<never>(() => undefined);

/** Waits forever in a life that is over. */
export async function whileAlive(): Promise<void> {
  if (current.getStore()?.isOver) await never;
}

async function passGate(call: 'get' | 'set' | 'remove'): Promise<void> {
  const life = current.getStore();
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
  const state: LifeState = {
    isOver: false,
    writes: 0,
    mostWrites: Number.POSITIVE_INFINITY,
    failingWrite: Number.POSITIVE_INFINITY,
    locks: fakeLocks(),
    end() {
      state.isOver = true;
      resolve();
    },
  };
  fake.session.gate = passGate;
  fake.local.gate = passGate;
  Object.assign(navigator, { locks: { request: requestLock } });
  return {
    run: (work) => current.run(state, work),
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

const strangers = fakeLocks();

function requestLock(...request: Parameters<ReturnType<typeof fakeLocks>['request']>): Promise<unknown> {
  const life = current.getStore();
  if (life?.isOver) return never;
  return Reflect.apply((life?.locks ?? strangers).request, undefined, request);
}
