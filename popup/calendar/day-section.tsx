import { clockTime } from '../../src/ui/times.ts';
import { say } from '../../src/words.ts';
import { dayHeading } from '../times.ts';
import { type Day, nowMarkerAt } from './days.ts';
import { EventRow } from './event-row.tsx';

interface Props {
  day: Day;
  now: number;
}

/** One day of the calendar; in today's a line for the present. */
export function DaySection({ day, now }: Props) {
  const { name, date } = dayHeading(day.start, now);
  const markerAt = nowMarkerAt(day, now);
  const rows = day.events.map((event) => (
    <li key={event.id}>
      <EventRow event={event} day={day} now={now} />
    </li>
  ));
  if (markerAt !== null) rows.splice(markerAt, 0, <NowMarker key="now" now={now} />);
  return (
    <section class="day">
      <h2>
        {name} <span class="day-date">{date}</span>
      </h2>
      {rows.length === 0 && <p class="day-empty">{say('todayEmpty')}</p>}
      <ul class="events">{rows}</ul>
    </section>
  );
}

/** The line between what has begun and what is to come. */
function NowMarker({ now }: { now: number }) {
  return (
    <li class="now-marker">
      <time dateTime={new Date(now).toISOString()}>
        <span class="visually-hidden">{say('eventNow')}: </span>
        {clockTime(now)}
      </time>
    </li>
  );
}
