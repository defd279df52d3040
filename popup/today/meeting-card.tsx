import type { CalendarEvent } from '../../src/data/calendar.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { clockTime } from '../../src/ui/times.ts';
import { say } from '../../src/words.ts';
import { daysBetween } from '../times.ts';
import { meetingTime, timeUntil } from './next-meeting.ts';

interface Props {
  event: CalendarEvent;
  now: number;
}

/** The next meeting: how soon, what, when and where, and the way in. */
export function MeetingCard({ event, now }: Props) {
  const { subject, location, joinUrl, webLink, start } = event;
  const title = subject || say('noTitle');
  const isNow = start <= now;
  return (
    <article class="card next-meeting" data-phase={isNow ? 'now' : 'to-come'}>
      <div class="meeting-words">
        <p class="countdown">{countdown(event, now)}</p>
        <h3 class="meeting-title">
          {webLink ? (
            <a class="meeting-name" href={webLink} target="_blank" rel="noreferrer noopener">
              <bdi>{title}</bdi>
            </a>
          ) : (
            <span class="meeting-name">
              <bdi>{title}</bdi>
            </span>
          )}
        </h3>
        <p class="meeting-where">
          <span>{meetingTime(event, now)}</span>
          {location && <Icon name="location" />}
          <bdi title={location ?? undefined}>{location}</bdi>
        </p>
      </div>
      {joinUrl && (
        <a
          class="button button-primary join"
          href={joinUrl}
          target="_blank"
          rel="noreferrer noopener"
          aria-label={say('joinMeeting', title)}
        >
          <Icon name="video" />
          {say('join')}
        </a>
      )}
    </article>
  );
}

function countdown({ start, end }: CalendarEvent, now: number): string {
  if (daysBetween(now, start) > 0) return say('nextMeeting');
  if (start > now) return say('inTime', timeUntil(start, now));
  return daysBetween(now, end) === 0 ? say('nowUntil', clockTime(end)) : say('eventNow');
}
