import type { CalendarEvent } from '../../src/data/calendar.ts';
import { clockTime } from '../../src/ui/times.ts';
import { say } from '../../src/words.ts';
import type { Span } from './days.ts';

interface Props {
  event: CalendarEvent;
  span: Span;
}

/** The times of an event as far as they lie in this day. */
export function EventTime({ event: { start, end, isAllDay }, span }: Props) {
  if (isAllDay || (!span.begins && !span.ends)) return <span>{say('allDay')}</span>;
  if (!span.begins) return <span>{say('untilTime', clockTime(end))}</span>;
  if (!span.ends) return <span>{say('fromTime', clockTime(start))}</span>;
  return (
    <>
      <time dateTime={new Date(start).toISOString()}>{clockTime(start)}</time>
      {end > start && (
        <>
          <span class="visually-hidden"> – </span>
          <time dateTime={new Date(end).toISOString()}>{clockTime(end)}</time>
        </>
      )}
    </>
  );
}
