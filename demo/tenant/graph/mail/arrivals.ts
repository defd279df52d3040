import type { Random } from '../random.ts';
import { dateIn, instantAt, mailboxZone } from '../time-zone.ts';

const minute = 60_000;
const day = 86_400_000;

/** Whoever writes does so by day; what is younger than a day may have come at any hour, or nothing would be new. */
function toWorkingHours(instant: number, random: Random): number {
  const hour = String(random.between(7, 18)).padStart(2, '0');
  const minutes = String(random.between(0, 59)).padStart(2, '0');
  const date = dateIn(instant, mailboxZone.iana);
  return instantAt(date, `${hour}:${minutes}`, mailboxZone.iana) + random.between(0, 59) * 1000;
}

/**
 * When so many messages came in over the last ten days, oldest first: more of them lately than long ago, the newest
 * some minutes ago.
 */
export function createArrivals(size: number, now: number, random: Random): number[] {
  const newest = now - 4 * minute;
  const arrivals = Array.from({ length: size }, (_, index) => {
    const share = size === 1 ? 0 : index / (size - 1);
    const jitter = index === 0 ? 0 : random.next() * 0.02;
    const arrival = newest - Math.min(share ** 1.4 + jitter, 1) * 9.5 * day;
    return now - arrival > day ? toWorkingHours(arrival, random) : arrival;
  });
  return arrivals.map((arrival) => Math.floor(arrival / 1000) * 1000).sort((left, right) => left - right);
}
