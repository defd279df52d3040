import { say } from '../../src/words.ts';
import type { Tick } from '../timeline.ts';
import { hourLabel } from '../timeline-words.ts';

interface Props {
  ticks: readonly Tick[];
}

/** A part of the width. */
const LATE = 0.78;

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

/** Where there is little room, every other one goes, and what would be under the word at the end. */
function classOf({ isMajor, left }: Tick): string {
  if (!isMajor) return 'hour hour-minor';
  return left > LATE ? 'hour hour-late' : 'hour';
}
