import { say } from '../../src/words.ts';
import type { Tick } from '../timeline.ts';
import { hourLabel } from '../timeline-words.ts';

interface Props {
  ticks: readonly Tick[];
}

/** Parts of the width. */
const LATE = 0.78;
const HALF = 0.5;

/** The hours under the lanes, and now at their end. */
export function TimelineAxis({ ticks }: Props) {
  return (
    <div class="lane lane-axis">
      <svg class="lane-picture" width="100%" height="20" aria-hidden="true">
        {ticks.map((tick) => (
          <text key={tick.at} class={classOf(tick)} x={`${tick.left * 100}%`} y="15" text-anchor="middle">
            {hourLabel(tick)}
          </text>
        ))}
        <text class="hour hour-now" x="100%" y="15" text-anchor="end">
          {say('timelineNow')}
        </text>
      </svg>
    </div>
  );
}

/** Returns the classes that hide an hour in less room: every other one, those near the last word, six o'clock. */
function classOf({ at, isMajor, left }: Tick): string {
  if (!isMajor) return 'hour hour-minor';
  const isSix = new Date(at).getHours() % 12 !== 0;
  return `hour${left > LATE ? ' hour-late' : ''}${isSix || left > HALF ? ' hour-spare' : ''}`;
}
