import { ACTIVITIES, type Activity } from '../src/ledger.ts';
import { dateFormat } from '../src/ui/times.ts';
import { say, sayAll, sayNumber, type WordKey } from '../src/words.ts';
import type { Tick, Totals } from './timeline.ts';

/** What each lane counts. */
export const LANES: Record<Activity, WordKey> = {
  token: 'laneToken',
  renewal: 'laneRenewal',
  window: 'laneWindow',
  graph: 'laneGraph',
};

/** The whole picture in one sentence: "The last 24 hours: Tokens reused 42, …". */
export function sayTotals(totals: Totals): string {
  const parts = ACTIVITIES.map((kind) => `${say(LANES[kind])} ${sayNumber(totals[kind])}`);
  return say('timelineTotals', sayAll(parts, 'unit'));
}

/** An hour as the browser's language writes it; midnight by the day that begins. */
export function hourLabel({ at, isMidnight }: Tick): string {
  const shape = isMidnight ? ({ weekday: 'short' } as const) : ({ hour: 'numeric' } as const);
  return dateFormat(shape).format(at);
}
