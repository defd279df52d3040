import { type PoolOptions, ThreadsPoolWorker, type WorkerRequest } from 'vitest/node';

type Listener = (message: unknown) => void;

/** A thread that has run this many times is replaced, so that what the runs leave behind does not pile up. */
const MOST_RUNS = 150;

/** Vitest's pool of threads, but with one thread that stays from one run to the next. */
export function createWarmThreads() {
  let thread: WarmThread | null = null;
  const createPoolWorker = (options: PoolOptions): WarmThread => {
    thread ??= new WarmThread(options);
    return thread;
  };
  return { name: WarmThread.NAME, createPoolWorker };
}

/**
 * Vitest ends each thread after a run, and Stryker starts a run for each mutant. This thread answers `stop` itself and
 * stays, with the modules and the tenant that it has loaded: a run takes tenths of a second instead of seconds.
 */
class WarmThread extends ThreadsPoolWorker {
  static readonly NAME = 'warm-threads';
  override readonly name: string = WarmThread.NAME;
  readonly #listeners: [event: string, listener: Listener][] = [];
  #isUp = false;
  #isToStay = false;
  #runs = 0;

  override on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener]);
    super.on(event, listener);
  }

  override send(message: WorkerRequest): void {
    const { type } = message as { type?: string };
    if (type !== 'stop' || this.#runs >= MOST_RUNS) {
      super.send(message);
      return;
    }
    this.#isToStay = true;
    const answer = { type: 'stopped', __vitest_worker_response__: true };
    for (const [event, listener] of [...this.#listeners]) if (event === 'message') listener(answer);
  }

  override async start(): Promise<void> {
    this.#isToStay = false;
    this.#runs += 1;
    if (!this.#isUp) await super.start();
    this.#isUp = true;
  }

  override async stop(): Promise<void> {
    for (const [event, listener] of this.#listeners.splice(0)) super.off(event, listener);
    if (this.#isToStay) return;
    this.#isUp = false;
    this.#runs = 0;
    await super.stop();
  }
}
