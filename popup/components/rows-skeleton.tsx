import { say } from '../../src/words.ts';

const ROWS = [1, 2, 3, 4, 5, 6];

/** A list that is being read, in the measures of a full one. */
export function RowsSkeleton() {
  return (
    <div class="rows-skeleton" role="status" aria-label={say('loading')}>
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

/** A message that is being read. */
export function MessageSkeleton() {
  return (
    <div class="message-skeleton" role="status" aria-label={say('loading')}>
      <span class="skeleton skeleton-subject" />
      <div class="row-skeleton">
        <span class="avatar skeleton" />
        <span class="skeleton skeleton-bar" />
        <span class="skeleton skeleton-bar" />
      </div>
      <span class="skeleton skeleton-text" />
    </div>
  );
}
