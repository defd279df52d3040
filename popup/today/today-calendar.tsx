import type { CalendarEvent } from '../../src/data/calendar.ts';
import { say } from '../../src/words.ts';
import { layOutDay } from './day-line.ts';
import { DayStrip } from './day-strip.tsx';
import { MeetingCard } from './meeting-card.tsx';
import { meetingTime, nextMeeting } from './next-meeting.ts';
import { Nothing } from './part.tsx';

interface Props {
  events: readonly CalendarEvent[];
  now: number;
}

/** What comes next, and the day as a line. */
export function TodayCalendar({ events, now }: Props) {
  const next = nextMeeting(events, now);
  // While one goes on, there is another to be on time for.
  const toCome = events.filter(({ start }) => start > now);
  const later = next && next.start <= now && nextMeeting(toCome, now);
  const day = layOutDay(events, now);
  const isFree = day.blocks.length === 0;
  return (
    <>
      {next ? <MeetingCard event={next} now={now} /> : <Nothing text={say('noMeetings')} />}
      {later && (
        <p class="day-note">
          {say('nextUp')}
          <bdi>{`${meetingTime(later, now)} ${later.subject || say('noTitle')}`}</bdi>
        </p>
      )}
      {isFree ? next && <Nothing text={say('dayFree')} /> : <DayStrip day={day} />}
      {day.allDay.length > 0 && (
        <p class="day-note day-all-day">
          {say('allDay')}
          {day.allDay.map(({ id, subject }) => (
            <bdi key={id}>{subject || say('noTitle')}</bdi>
          ))}
        </p>
      )}
    </>
  );
}
