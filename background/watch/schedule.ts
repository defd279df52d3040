const MINUTE_MS = 60_000;

/** Between two looks, for each thing that is watched: Graph counts the parts of a batch, and not the batch. */
export const PERIOD_MS = 5 * MINUTE_MS;
/** So many times longer while nobody is at the computer. */
const IDLE_FACTOR = 3;
/** Not longer than this, whatever the reason, but for the lot. */
const LONGEST_MS = 60 * MINUTE_MS;
/** Earlier or later by so much of it: who began in the same minute does not stay together. */
const LOT_SHARE = 0.2;
/** A look planned for later than this was planned by a clock that has been put back since. */
const FURTHEST_MS = LONGEST_MS * (1 + LOT_SHARE);

/** What the time of the next look depends on. */
export interface Circumstances {
  /** How many things are looked at together. */
  watched: number;
  /** Whether nobody is at the computer. */
  isIdle: boolean;
  /** How many looks in a row have failed in a way that may pass. */
  failures: number;
  /** Whether no look can have an answer before a person has done something. */
  isPersonNeeded: boolean;
  /** Before this time Microsoft does not want to be asked (epoch ms). */
  retryAt: number | null;
}

/** A number from 0 up to 1, as `Math.random` gives. */
export type Lot = () => number;

/** When to look again (epoch ms). Drawn by lot, so that a fleet of browsers does not knock in step. */
export function nextLook(circumstances: Circumstances, now: number, lot: Lot): number {
  const { watched, isIdle, failures, isPersonNeeded, retryAt } = circumstances;
  const plain = PERIOD_MS * Math.max(1, watched);
  const wanted = plain * (isIdle ? IDLE_FACTOR : 1) * 2 ** Math.min(failures, 10);
  const usual = isPersonNeeded ? LONGEST_MS : Math.min(LONGEST_MS, wanted);
  const planned = now + usual * (1 - LOT_SHARE + 2 * LOT_SHARE * lot());
  if (retryAt === null) return Math.round(planned);
  // All who were turned away are given the same time: they come after it, and not at it. No pause is longer than the
  // longest, but for a clock that has been put back since.
  return Math.round(Math.max(planned, Math.min(retryAt, now + LONGEST_MS) + PERIOD_MS * lot()));
}

/** When to look again after one that has left nothing behind, not even a reason: so many had failed before it. */
export function afterNothing(failures: number, now: number): number {
  return now + Math.min(LONGEST_MS, MINUTE_MS * 2 ** Math.min(failures, 10));
}

/** The first look after the browser has started, which many do at nine o'clock: within a minute. */
export function firstLook(now: number, lot: Lot): number {
  return Math.round(now + 5_000 + 55_000 * lot());
}

/** A look for somebody who has come back to the computer, where the last one is too old; else as it was planned. */
export function lookForReturn(
  { nextAt, triedAt, watched }: { nextAt: number; triedAt: number | null; watched: number },
  now: number,
  lot: Lot,
): number {
  const isFresh = triedAt !== null && triedAt <= now && now - triedAt < PERIOD_MS * Math.max(1, watched);
  return isFresh ? nextAt : Math.min(nextAt, Math.round(now + 30_000 * lot()));
}

/** Whether a look is due that was planned for that time, by a clock that may have been turned since. */
export function isDue(nextAt: number, now: number): boolean {
  return nextAt <= now || nextAt > now + FURTHEST_MS;
}
