import { useState } from 'preact/hooks';
import type { CalendarEvent } from '../../src/data/calendar.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say, type WordKey } from '../../src/words.ts';
import type { Editing } from '../data/use-editing.ts';
import { type Day, isToJoin, spanOf } from './days.ts';
import { EventDetails, JoinLink } from './event-details.tsx';
import { EventTime } from './event-time.tsx';
import { nameOfPlace } from './place.ts';

interface Props {
  event: CalendarEvent;
  day: Day;
  now: number;
  editing: Editing;
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

/** What stands before the place of an event that is not simply taking place. */
function standingOf({ isCancelled, response }: CalendarEvent): WordKey | null {
  if (isCancelled) return 'eventCancelled';
  if (response === 'declined') return 'eventDeclined';
  return response === 'notResponded' ? 'eventAwaits' : null;
}

/** One event: when, what and where, and how it shows in the calendar; opened, what can be done about it. */
export function EventRow({ event, day, now, editing }: Props) {
  const { id, subject, location, organizer, isCancelled, isAllDay, response, showAs, joinUrl } = event;
  const [isOpen, setOpen] = useState(false);
  const span = spanOf(event, day, now);
  const shownAs = SHOWN_AS[showAs];
  const standing = standingOf(event);
  const isJoining = isToJoin(event, now);
  // Who invites is not news to whoever does.
  const where = location ? nameOfPlace(location) : response === 'organizer' ? null : organizer;
  const isOff = isCancelled || response === 'declined';
  return (
    <div
      class={`event-row shown-as-${showAs}${isOff ? ' event-off' : ''}${isJoining ? ' event-joining' : ''}`}
      data-id={id}
      data-phase={isAllDay ? undefined : span.phase}
    >
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span class="event-time">
            <EventTime event={event} span={span} />
          </span>
          <span class="event-bar" title={shownAs ? say(shownAs) : undefined} />
          <span class="event-words" data-join={isJoining ? say('join') : undefined}>
            <span class="event-title">
              <bdi>{subject || say('noTitle')}</bdi>
              {shownAs && <span class="visually-hidden"> {say(shownAs)}</span>}
            </span>
            <span class="event-where">
              {standing && <strong>{say(standing)}</strong>}
              {standing && where && <span aria-hidden="true">·</span>}
              <bdi>{where}</bdi>
            </span>
            <Icon name="chevron-down" />
          </span>
        </summary>
        {isOpen && <EventDetails event={event} now={now} editing={editing} hasJoin={!isJoining} />}
      </details>
      {isJoining && joinUrl && <JoinLink href={joinUrl} subject={subject} isPrimary />}
    </div>
  );
}
