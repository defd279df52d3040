import { Icon } from '../../src/ui/icon.tsx';
import { say, type WordKey } from '../../src/words.ts';
import { monthName, startOfDay } from '../times.ts';
import { WeekStrip } from './week-strip.tsx';
import { firstDayOfWeek, startOfWeek } from './weeks.ts';

interface Props {
  now: number;
  /** The day that is chosen; its week is shown. */
  chosen: number;
  /** The days (midnights) that have something in them, as far as is known. */
  busy: ReadonlySet<number>;
  onChoose(day: number): void;
}

/** Where in the calendar one is, and the ways to other days and weeks. */
export function WeekBar({ now, chosen, busy, onChoose }: Props) {
  const firstDay = firstDayOfWeek();
  const week = startOfWeek(chosen, firstDay);
  const goTo = (weeks: number) => {
    const start = startOfWeek(chosen, firstDay, weeks);
    const isThisWeek = start === startOfWeek(now, firstDay);
    onChoose(isThisWeek ? startOfDay(now) : start);
  };
  return (
    <div class="week-bar">
      <div class="week-head">
        <h2 aria-live="polite">{monthName(startOfDay(week, 3), now)}</h2>
        <div class="week-moves">
          {/* Also there today, to come back to the present from further down. */}
          <button
            type="button"
            class="button button-quiet week-today"
            onClick={() => onChoose(startOfDay(now))}
          >
            {say('goToToday')}
          </button>
          <WeekButton name="previous" label="weekPrevious" onClick={() => goTo(-1)} />
          <WeekButton name="next" label="weekNext" onClick={() => goTo(1)} />
        </div>
      </div>
      <WeekStrip week={week} now={now} chosen={chosen} busy={busy} onChoose={onChoose} />
    </div>
  );
}

interface ButtonProps {
  name: 'previous' | 'next';
  label: WordKey;
  onClick(): void;
}

function WeekButton({ name, label, onClick }: ButtonProps) {
  return (
    <button
      type="button"
      class={`button button-icon week-${name}`}
      aria-label={say(label)}
      title={say(label)}
      onClick={onClick}
    >
      <Icon name={name} />
    </button>
  );
}
