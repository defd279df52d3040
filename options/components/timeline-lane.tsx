import type { Activity, ActivityStep } from '../../src/ledger.ts';
import { clockTime } from '../../src/ui/times.ts';
import { sayNumber } from '../../src/words.ts';
import { barsOf, type Frame, STEPS, type Tick } from '../timeline.ts';

interface Props {
  kind: Activity;
  label: string;
  total: number;
  steps: readonly ActivityStep[];
  frame: Frame;
  ticks: readonly Tick[];
}

/** Pixels; the width follows the page, so that across everything is in per cent. */
const HEIGHT = 40;
const ROOM = 8;

const WIDTH = 100 / STEPS;

/** One lane: its name, a bar for each quarter hour in which it happened, and how often in all. */
export function TimelineLane({ kind, label, total, steps, frame, ticks }: Props) {
  return (
    <div class={`lane lane-${kind}`}>
      <span class="lane-label">{label}</span>
      <svg class="lane-picture" width="100%" height={HEIGHT} aria-hidden="true">
        {ticks.map(({ at, left }) => (
          <line key={at} class="grid" x1={percent(left)} x2={percent(left)} y1="0" y2={HEIGHT} />
        ))}
        <line class="ground" x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
        {barsOf(steps, kind, frame).map(({ at, count, left, size }) => {
          const height = Math.round(size * (HEIGHT - ROOM));
          return (
            <g key={at}>
              <rect
                class="bar"
                x={percent(left + 0.1 / STEPS)}
                y={HEIGHT - height}
                width={`${0.8 * WIDTH}%`}
                height={height}
                rx="1.5"
              />
              <rect class="reach" x={percent(left)} y="0" width={`${WIDTH}%`} height={HEIGHT}>
                <title>{`${clockTime(at)} · ${label}: ${sayNumber(count)}`}</title>
              </rect>
            </g>
          );
        })}
      </svg>
      <span class="lane-total">{sayNumber(total)}</span>
    </div>
  );
}

function percent(part: number): string {
  return `${part * 100}%`;
}
