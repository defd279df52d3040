import type { CalendarEvent } from '../../src/data/calendar.ts';
import { clockTime, dateFormat } from '../../src/ui/times.ts';
import { say } from '../../src/words.ts';
import type { Block, DayLine } from './day-line.ts';

const HEIGHT = 32;
const GAP = 1;
/** As wide as a few minutes at least, so that nothing is too short to be seen. */
const NARROWEST = 0.008;

/** The day at a glance: what is when, what is at the same time, and where the present is. */
export function DayStrip({ day }: { day: DayLine }) {
  return (
    <div class="day-line">
      <svg width="100%" height={HEIGHT} aria-hidden="true">
        {day.hours.map(({ at, place }) => (
          <line key={at} class="day-hour" x1={percent(place)} x2={percent(place)} y1="0" y2={HEIGHT} />
        ))}
        {day.blocks.map((block) => (
          <EventBlock key={block.event.id} block={block} />
        ))}
        {day.now !== null && (
          <g class="day-now">
            <line x1={percent(day.now)} x2={percent(day.now)} y1="0" y2={HEIGHT} />
            <circle cx={percent(day.now)} cy="3" r="3" />
          </g>
        )}
      </svg>
      <div class="day-hours" aria-hidden="true">
        {day.hours.map(({ at, place }) => (
          <span key={at} style={{ insetInlineStart: percent(place) }}>
            {dateFormat({ hour: 'numeric' }).format(at)}
          </span>
        ))}
      </div>
      <ul class="visually-hidden">
        {day.blocks.map(({ event }) => (
          <li key={event.id}>{describe(event)}</li>
        ))}
      </ul>
    </div>
  );
}

function EventBlock({ block: { event, start, end, lane, lanes } }: { block: Block }) {
  const height = HEIGHT / lanes;
  return (
    <rect
      class={`day-event shown-as-${event.showAs}`}
      x={percent(start)}
      width={percent(Math.max(NARROWEST, end - start))}
      y={lane * height + GAP}
      height={Math.max(1, height - 2 * GAP)}
      rx={Math.min(4, height / 3)}
    >
      <title>{describe(event)}</title>
    </rect>
  );
}

function describe({ start, end, subject }: CalendarEvent): string {
  return say('eventFromUntil', clockTime(start), clockTime(end), subject || say('noTitle'));
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
