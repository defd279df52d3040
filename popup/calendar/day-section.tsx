import { clockTime } from '../../src/ui/times.ts';
import { say } from '../../src/words.ts';
import type { Editing } from '../data/use-editing.ts';
import { dayHeading, daysBetween } from '../times.ts';
import { type Day, nowMarkerAt } from './days.ts';
import { EventRow } from './event-row.tsx';
import { dayKey } from './weeks.ts';

interface Props {
  day: Day;
  now: number;
  editing: Editing;
}

/** One day of the calendar; in today's a line for the present. */
export function DaySection({ day, now, editing }: Props) {
  const { name, date } = dayHeading(day.start, now);
  const markerAt = nowMarkerAt(day, now);
  const rows = day.events.map((event) => (
    <li key={event.id}>
      <EventRow event={event} day={day} now={now} editing={editing} />
    </li>
  ));
  if (markerAt !== null) rows.splice(markerAt, 0, <NowLine key="now" now={now} />);
  return (
    <section class="day" data-day={dayKey(day.start)}>
      <h2>
        {name} <span class="day-date">{date}</span>
      </h2>
      {rows.length === 0 && (
        <p class="day-empty">{say(daysBetween(now, day.start) === 0 ? 'todayEmpty' : 'dayEmpty')}</p>
      )}
      <ul class="events">{rows}</ul>
    </section>
  );
}

/** The line between what has begun and what is to come. */
function NowLine({ now }: { now: number }) {
  return (
    <li class="now-line">
      <time dateTime={new Date(now).toISOString()}>
        <span class="visually-hidden">{say('eventNow')} </span>
        {clockTime(now)}
      </time>
    </li>
  );
}
