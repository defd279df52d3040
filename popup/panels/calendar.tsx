import { useState } from 'preact/hooks';
import { isAboutConsent } from '../../src/in-the-way.ts';
import { Agenda } from '../calendar/agenda.tsx';
import { daysFrom } from '../calendar/days.ts';
import { DaysSkeleton } from '../calendar/days-skeleton.tsx';
import { useBusyDays } from '../calendar/use-busy-days.ts';
import { useWeek } from '../calendar/use-week.ts';
import { WeekBar } from '../calendar/week-bar.tsx';
import { firstDayOfWeek, startOfWeek } from '../calendar/weeks.ts';
import { GlanceLine } from '../components/glance-line.tsx';
import { PanelFrame } from '../components/panel-frame.tsx';
import { useReading } from '../data/use-reading.ts';
import { startOfDay } from '../times.ts';
import { useNow } from '../use-now.ts';
import { webApps } from '../web-apps.ts';
import type { PanelProps } from './panel.ts';

/** Today and the days that follow, or another week, or what stands in front of them. */
export function Calendar(props: PanelProps) {
  const { session, editing } = props;
  const now = useNow();
  const today = startOfDay(now);
  /** A day somebody has gone to; today comes by itself, and with it the day after midnight. */
  const [choice, setChoice] = useState<number | null>(null);
  const [visits, setVisits] = useState(0);
  const chosen = choice ?? today;
  const firstDay = firstDayOfWeek();
  const week = startOfWeek(chosen, firstDay);
  // What lies before today in this week is not in what is read at first.
  const isFromToday = chosen >= today && week === startOfWeek(now, firstDay);
  const coming = useReading('getCalendar', props);
  const other = useWeek(isFromToday ? null : week, props);
  const reading = isFromToday ? coming : other;
  const { data, obstacle } = reading;
  const days = daysFrom(isFromToday ? today : week, data ?? []);
  const busy = useBusyDays(data ? days : [], data === null && obstacle !== null);
  const choose = (day: number) => {
    setChoice(day === today ? null : day);
    setVisits((count) => count + 1);
  };
  return (
    <PanelFrame
      {...props}
      reading={reading}
      purpose="calendar"
      changes={['calendar-answer']}
      webApp={webApps(session.account.isPersonal).calendar}
      skeleton={<DaysSkeleton />}
      toolbar={
        (data !== null || !isAboutConsent(obstacle ?? session.obstacle)) && (
          <WeekBar now={now} chosen={chosen} busy={busy} onChoose={choose} />
        )
      }
    >
      {() => (
        <>
          <Agenda days={days} now={now} chosen={chosen} visit={visits} editing={editing} />
          <GlanceLine watch="meetings" session={session} act={props.act} />
        </>
      )}
    </PanelFrame>
  );
}
