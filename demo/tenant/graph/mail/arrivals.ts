import type { Random } from '../random.ts';
import { addDays, dateIn, instantAt, mailboxZone, wallTime } from '../time-zone.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function at(date: string, hours: number, random: Random): number {
  const clock = `${String(hours).padStart(2, '0')}:${String(random.between(0, 59)).padStart(2, '0')}`;
  return instantAt(date, clock, mailboxZone.iana) + random.between(0, 59) * 1000;
}

/** Moves what would have been written at night to the evening before, and older mail to some hour of its day. */
function toWakingHours(instant: number, now: number, random: Random): number {
  const age = now - instant;
  const date = dateIn(instant, mailboxZone.iana);
  if (age > day) return at(date, random.between(7, 18), random);
  const hours = Number(wallTime(instant, mailboxZone.iana).slice(11, 13));
  // The last hours stay as they are: whoever looks at night is to find something new as well.
  if (age < 3 * hour || (hours > 6 && hours < 22)) return instant;
  return at(hours < 7 ? addDays(date, -1) : date, random.between(16, 20), random);
}

/**
 * When so many messages came in over the last ten days, oldest first: more of them lately than long ago, the newest
 * some minutes ago.
 */
export function createArrivals(size: number, now: number, random: Random): number[] {
  const newest = now - 4 * minute;
  const arrivals = Array.from({ length: size }, (_, index) => {
    const share = index === 0 ? 0 : (index / (size - 1)) ** 1.4 + random.next() * 0.02;
    return toWakingHours(newest - Math.min(share, 1) * 9.5 * day, now, random);
  });
  return arrivals.map((arrival) => Math.floor(arrival / 1000) * 1000).sort((left, right) => left - right);
}

/** When somebody answered what came in then: within three hours, and by now. */
export const answerTime = (received: number, now: number, random: Random): number =>
  Math.min(received + random.between(10, 180) * minute, Math.floor(now / 1000) * 1000 - 2 * minute);
