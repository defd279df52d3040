import { say } from '../../src/words.ts';

const ROWS = [1, 2, 3, 4, 5, 6, 7];

/** The inbox before it has been read, in the measures of the list. */
export function InboxSkeleton() {
  return (
    <div class="rows-skeleton inbox-skeleton" role="status" aria-label={say('loading')}>
      <span class="message-day">
        <span class="skeleton" />
      </span>
      {ROWS.map((row) => (
        <div key={row} class="row-skeleton">
          <span class="avatar skeleton" />
          <span class="skeleton skeleton-bar" />
          <span class="skeleton skeleton-bar" />
        </div>
      ))}
    </div>
  );
}
