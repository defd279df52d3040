import type { CalendarEvent } from '../../src/contract.ts';
import { ask } from '../../src/messaging.ts';
import { DaySection } from '../calendar/day-section.tsx';
import { groupByDay } from '../calendar/days.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { RowsSkeleton } from '../components/rows-skeleton.tsx';
import { Barrier } from '../consent/barrier.tsx';
import { useNow } from '../use-now.ts';
import { type Memory, useReply } from '../use-reply.ts';
import type { Panel, PanelProps } from './panel.ts';

const memory: Memory<CalendarEvent[]> = { last: null };

export const calendar: Panel = {
  name: 'calendar',
  title: 'panelCalendar',
  icon: 'calendar',
  purposes: ['calendar'],
  View: Calendar,
};

/** Today and the days that follow, or what stands in front of them. */
function Calendar({ session, act }: PanelProps) {
  const { account, revision } = session;
  const now = useNow();
  const { reply, reload } = useReply(() => ask('getCalendar', account.id), [account.id], revision, memory);
  const days = reply?.kind === 'ready' ? groupByDay(reply.data, now) : [];
  const isEmpty = days.every(({ events }) => events.length === 0);
  return (
    <div class="view calendar">
      <Barrier session={session} purpose="calendar" reply={reply} act={act} retry={reload} />
      {!reply && <RowsSkeleton />}
      {reply?.kind === 'ready' && isEmpty && (
        <EmptyState icon="calendar" title="calendarEmptyTitle" text="calendarEmptyText" />
      )}
      {!isEmpty && days.map((day) => <DaySection key={day.start} day={day} now={now} />)}
    </div>
  );
}
