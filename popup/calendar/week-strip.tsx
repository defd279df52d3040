import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../src/words.ts';
import { daysBetween, longDay, stripDay } from '../times.ts';
import { dayAfter, dayKey, daysOfWeek } from './weeks.ts';

interface Props {
  /** The midnight with which the week begins. */
  week: number;
  now: number;
  chosen: number;
  busy: ReadonlySet<number>;
  onChoose(day: number): void;
}

/** The seven days of a week: which is today, which is chosen, and on which there is something. */
export function WeekStrip({ week, now, chosen, busy, onChoose }: Props) {
  const strip = useRef<HTMLFieldSetElement>(null);
  const isMoving = useRef(false);
  // At once: the next key may be there before the browser has drawn.
  useLayoutEffect(() => {
    if (isMoving.current) strip.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
    isMoving.current = false;
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const isRightToLeft = strip.current !== null && getComputedStyle(strip.current).direction === 'rtl';
    const day = event.altKey || event.ctrlKey ? null : dayAfter(event.key, chosen, week, isRightToLeft);
    if (day === null) return;
    event.preventDefault();
    isMoving.current = true;
    onChoose(day);
  };
  return (
    <fieldset ref={strip} class="week-strip" aria-label={say('weekDays')} onKeyDown={onKeyDown}>
      {daysOfWeek(week).map((day) => {
        const { weekday, date } = stripDay(day);
        const isBusy = busy.has(day);
        return (
          <button
            key={day}
            type="button"
            class={isBusy ? 'week-day week-day-busy' : 'week-day'}
            data-day={dayKey(day)}
            aria-pressed={day === chosen}
            aria-current={daysBetween(now, day) === 0 ? 'date' : undefined}
            title={isBusy ? say('dayWithEvents', longDay(day)) : longDay(day)}
            tabIndex={day === chosen ? 0 : -1}
            onClick={() => onChoose(day)}
          >
            <span>{weekday}</span> <span class="week-date">{date}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
