import type { CalendarEvent } from '../../src/data/calendar.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { clockTime } from '../../src/ui/times.ts';
import { say, type WordKey } from '../../src/words.ts';
import { type Day, type Span, spanOf } from './days.ts';

interface Props {
  event: CalendarEvent;
  day: Day;
  now: number;
}

/** What the bar beside an event says to those who do not see it; busy is what one expects. */
const SHOWN_AS: Record<CalendarEvent['showAs'], WordKey | null> = {
  free: 'showAsFree',
  tentative: 'showAsTentative',
  busy: 'showAsBusy',
  oof: 'showAsOof',
  workingElsewhere: 'showAsWorkingElsewhere',
  unknown: null,
};

/** One event: when, what and where, and how it shows in the calendar. */
export function EventRow({ event, day, now }: Props) {
  const { subject, location, isCancelled, isAllDay, showAs } = event;
  const span = spanOf(event, day, now);
  const shownAs = SHOWN_AS[showAs];
  return (
    <div
      class={`event-row shown-as-${showAs}${isCancelled ? ' event-cancelled' : ''}`}
      data-phase={isAllDay ? undefined : span.phase}
    >
      <p class="event-time">
        <When event={event} span={span} />
      </p>
      <span class="event-bar" title={shownAs ? say(shownAs) : undefined} />
      <p class="event-title">
        <bdi>{subject || say('noTitle')}</bdi>
        {shownAs && <span class="visually-hidden">, {say(shownAs)}</span>}
      </p>
      <p class="event-where">
        {isCancelled && <strong>{say('eventCancelled')}</strong>}
        {location && <Icon name="location" />}
        <bdi>{location}</bdi>
      </p>
    </div>
  );
}

/** The times of an event as far as they lie in this day. */
function When({ event: { start, end, isAllDay }, span }: { event: CalendarEvent; span: Span }) {
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
