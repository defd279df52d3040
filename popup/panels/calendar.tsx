import { DaySection } from '../calendar/day-section.tsx';
import { groupByDay } from '../calendar/days.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { PanelFrame } from '../components/panel-frame.tsx';
import { useReading } from '../data/use-reading.ts';
import { useNow } from '../use-now.ts';
import type { Panel, PanelProps } from './panel.ts';

export const calendar: Panel = {
  name: 'calendar',
  title: 'panelCalendar',
  icon: 'calendar',
  purposes: ['calendar', 'calendar-answer'],
  View: Calendar,
};

/** Today and the days that follow, or what stands in front of them. */
function Calendar(props: PanelProps) {
  const now = useNow();
  const reading = useReading('getCalendar', props);
  return (
    <PanelFrame {...props} reading={reading} purpose="calendar" changes={['calendar-answer']}>
      {(events) => {
        const days = groupByDay(events, now);
        return days.every((day) => day.events.length === 0) ? (
          <EmptyState icon="calendar" title="calendarEmptyTitle" text="calendarEmptyText" />
        ) : (
          days.map((day) => <DaySection key={day.start} day={day} now={now} />)
        );
      }}
    </PanelFrame>
  );
}
