import { useRef } from 'preact/hooks';
import type { Day } from './days.ts';

/**
 * The days (midnights) that have something in them, of all that have been shown. `isGone` forgets them: nothing outlives
 * its permission.
 */
export function useBusyDays(days: readonly Day[], isGone: boolean): ReadonlySet<number> {
  const busy = useRef(new Set<number>());
  if (isGone) busy.current.clear();
  for (const { start, events } of days) {
    if (events.length > 0) busy.current.add(start);
    else busy.current.delete(start);
  }
  return busy.current;
}
