import { firstLook, nextLook } from '../../../background/watch/schedule.ts';

/** Enough for the tenth part of a per cent to mean something. */
const BROWSERS = 100_000;
const MINUTE = 60_000;

/** Of browsers that were started in the same second, the most that look in one and the same second, in per cent. */
export interface Fleet {
  browsers: number;
  /** At the first look, at the second, and between an hour and an hour and a quarter later. */
  first: number;
  second: number;
  afterAnHour: number;
  /** After all were turned away with the same `Retry-After`. */
  afterThrottling: number;
}

/** Draws the lots of a fleet, by the schedule that ships. */
export function measureFleet(): Fleet {
  const circumstances = { watched: 2, isIdle: false, failures: 0, isPersonNeeded: false, retryAt: null };
  const next = (at: number) => nextLook(circumstances, at, Math.random);
  const first = Array.from({ length: BROWSERS }, () => firstLook(0, Math.random));
  const second = first.map(next);
  const later: number[] = [];
  for (let looks = second; looks.length > 0; looks = looks.map(next).filter((at) => at < 75 * MINUTE)) {
    later.push(...looks.filter((at) => at >= 60 * MINUTE));
  }
  const retryAt = 30 * MINUTE;
  const throttled = first.map((at) => nextLook({ ...circumstances, failures: 1, retryAt }, at, Math.random));
  const [one, two, hour, pause] = [first, second, later, throttled].map(share);
  return {
    browsers: BROWSERS,
    first: one ?? Number.NaN,
    second: two ?? Number.NaN,
    afterAnHour: hour ?? Number.NaN,
    afterThrottling: pause ?? Number.NaN,
  };
}

/** Of the fleet, how much falls into the fullest second. */
function share(times: readonly number[]): number {
  const seconds = new Map<number, number>();
  for (const at of times) {
    const second = Math.floor(at / 1000);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  }
  return (100 * Math.max(...seconds.values())) / BROWSERS;
}
