import { say } from '../../src/words.ts';

const ROWS = [1, 2, 3, 4, 5];

/** Days that are being read, in the measures of full ones. */
export function DaysSkeleton() {
  return (
    <div class="day" role="status" aria-label={say('loading')}>
      <span class="skeleton day-skeleton" />
      {ROWS.map((row) => (
        <div key={row} class="event-skeleton">
          <span class="skeleton" />
          <span class="skeleton" />
          <span class="skeleton" />
        </div>
      ))}
    </div>
  );
}
