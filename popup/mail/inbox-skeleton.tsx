import { say } from '../../src/words.ts';
import { SkeletonRows } from '../components/rows-skeleton.tsx';

/** The inbox before it has been read, in the measures of the list. */
export function InboxSkeleton() {
  return (
    <div class="rows-skeleton inbox-skeleton" role="status" aria-label={say('loading')}>
      <span class="message-day">
        <span class="skeleton" />
      </span>
      <SkeletonRows count={7} />
    </div>
  );
}
