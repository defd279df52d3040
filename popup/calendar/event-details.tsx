import type { CalendarEvent } from '../../src/data/calendar.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { apart, say } from '../../src/words.ts';
import type { Editing } from '../data/use-editing.ts';
import { canAnswer } from './days.ts';
import { EventAnswer } from './event-answer.tsx';

interface Props {
  event: CalendarEvent;
  now: number;
  editing: Editing;
  /** Whether the way into an online meeting is offered here, and not beside the event already. */
  hasJoin: boolean;
}

/** What an opened event says more, and what can be done about it. */
export function EventDetails({ event, now, editing, hasJoin }: Props) {
  const { location, organizer, response, subject, joinUrl, webLink, isCancelled } = event;
  // The row itself says where it is; without a place, who invites.
  const hasHost = location !== null && organizer !== null && response !== 'organizer';
  return (
    <div class="event-details">
      {hasHost && (
        <p class="event-fact">
          <Icon name="person" />
          <span>{say('organizedBy', apart(organizer))}</span>
        </p>
      )}
      {canAnswer(event, now) && <EventAnswer event={event} editing={editing} />}
      <p class="event-links">
        {hasJoin && joinUrl && !isCancelled && <JoinLink href={joinUrl} subject={subject} />}
        {webLink && (
          <a class="button button-quiet event-open" href={webLink} target="_blank" rel="noreferrer noopener">
            <Icon name="open" />
            {say('openInOutlook')}
          </a>
        )}
      </p>
    </div>
  );
}

interface JoinProps {
  /** An https address. */
  href: string;
  subject: string;
  isPrimary?: boolean;
}

/** The way into a meeting that is held online. */
export function JoinLink({ href, subject, isPrimary = false }: JoinProps) {
  return (
    <a
      class={isPrimary ? 'button button-primary join' : 'button join'}
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      aria-label={say('joinMeeting', subject || say('noTitle'))}
    >
      {say('join')}
    </a>
  );
}
