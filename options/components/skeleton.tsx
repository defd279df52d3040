import { say } from '../../src/words.ts';

/** A list of permissions with nothing in it yet, in the measures of a full one. */
export function Skeleton() {
  return (
    <div class="waiting" role="status" aria-label={say('loading')}>
      <span class="skeleton skeleton-title" />
      <span class="skeleton skeleton-card" />
      <span class="skeleton skeleton-card" />
    </div>
  );
}
