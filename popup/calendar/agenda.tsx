import { useLayoutEffect, useRef } from 'preact/hooks';
import { EmptyState } from '../components/empty-state.tsx';
import type { Editing } from '../data/use-editing.ts';
import { daysBetween } from '../times.ts';
import { DaySection } from './day-section.tsx';
import { type Day, daysToShow } from './days.ts';
import { dayKey } from './weeks.ts';

interface Props {
  days: readonly Day[];
  now: number;
  /** The day to be brought into sight. */
  chosen: number;
  /** How many times somebody has chosen a day; before the first, the present is what is shown. */
  visit: number;
  editing: Editing;
}

/** The days one below the other: those with something in them, today, and the one that was chosen. */
export function Agenda({ days, now, chosen, visit, editing }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const shown = daysToShow(days, now, chosen);
  useLayoutEffect(() => {
    const agenda = place.current;
    if (visit > 0) agenda?.querySelector(`[data-day="${dayKey(chosen)}"]`)?.scrollIntoView();
    else if (agenda) showPresent(agenda);
  }, [visit]);
  if (days.every(({ events }) => events.length === 0)) {
    const isThisWeek = days.some(({ start }) => daysBetween(now, start) === 0);
    return isThisWeek ? (
      <EmptyState icon="calendar" title="calendarEmptyTitle" text="calendarEmptyText" />
    ) : (
      <EmptyState icon="calendar" title="weekEmptyTitle" text="weekEmptyText" />
    );
  }
  return (
    <div ref={place} class="agenda">
      {shown.map((day) => (
        <DaySection key={day.start} day={day} now={now} editing={editing} />
      ))}
    </div>
  );
}

/** Scrolls to the line for the present, if it is out of sight, and no row is cut by the name of the day. */
function showPresent(agenda: HTMLElement): void {
  agenda.querySelector('.now-line')?.scrollIntoView({ block: 'nearest' });
  const edge = agenda.querySelector('h2')?.getBoundingClientRect().bottom ?? 0;
  const rows = [...agenda.querySelectorAll('.events > li')];
  rows.find((row) => row.getBoundingClientRect().top > edge - 1)?.scrollIntoView();
}
