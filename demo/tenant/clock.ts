/** The tenant's time: the machine's, moved by as much as a test asked for. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Whole seconds since the epoch, as JWTs count them. */
  seconds(): number;
  /** How far the clock stands from the machine's, in milliseconds. */
  readonly shift: number;
  /** Moves the clock on (or back) by so many milliseconds. */
  advance(milliseconds: number): void;
  reset(): void;
}

/** A clock that starts at the machine's time. Twenty-four hours are then one call away, and no test sleeps. */
export function createClock(): Clock {
  let shift = 0;
  const now = () => Date.now() + shift;
  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    get shift() {
      return shift;
    },
    advance(milliseconds) {
      shift += milliseconds;
    },
    reset() {
      shift = 0;
    },
  };
}
