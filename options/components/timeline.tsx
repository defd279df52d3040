import { ACTIVITIES, type ActivityStep } from '../../src/ledger.ts';
import { say } from '../../src/words.ts';
import { frameAt, stepsIn, ticksOf, totalsOf } from '../timeline.ts';
import { LANES, sayTotals } from '../timeline-words.ts';
import { TimelineAxis } from './timeline-axis.tsx';
import { TimelineLane } from './timeline-lane.tsx';
import { TimelineTable } from './timeline-table.tsx';

interface Props {
  steps: readonly ActivityStep[];
  now: number;
}

/** What Lanyard did in the last 24 hours: four lanes of quarter hours, and the same as a table for who cannot see. */
export function Timeline({ steps, now }: Props) {
  const frame = frameAt(now);
  const shown = stepsIn(steps, frame);
  const totals = totalsOf(shown);
  const ticks = ticksOf(frame);
  return (
    <section class="day">
      <h2>{say('timelineTitle')}</h2>
      <p class="lead">{say(shown.length > 0 ? 'timelineText' : 'timelineNone')}</p>
      <div class="timeline panel" role="img" aria-label={sayTotals(totals)}>
        {ACTIVITIES.map((kind) => (
          <TimelineLane
            key={kind}
            kind={kind}
            label={say(LANES[kind])}
            total={totals[kind]}
            steps={shown}
            frame={frame}
            ticks={ticks}
          />
        ))}
        <TimelineAxis ticks={ticks} />
      </div>
      <div class="unseen">
        <TimelineTable steps={shown} />
      </div>
    </section>
  );
}
