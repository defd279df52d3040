import { say } from '../../src/words.ts';

const ROWS = [1, 2, 3, 4, 5, 6];

/** Tasks that are being read, in the measures of the toolbar, a heading and rows. */
export function TasksSkeleton() {
  return (
    <div class="tasks-skeleton" role="status" aria-label={say('loading')}>
      <span class="skeleton tasks-skeleton-field" />
      <span class="skeleton tasks-skeleton-tools" />
      <span class="skeleton tasks-skeleton-heading" />
      {ROWS.map((row) => (
        <div key={row} class="tasks-skeleton-row">
          <span class="skeleton" />
          <span class="skeleton" />
        </div>
      ))}
    </div>
  );
}
