import { say } from '../../src/words.ts';

/** So many rows that are being read. */
export function SkeletonRows({ count }: { count: number }) {
  return (
    <>
      {Array.from({ length: count }, (_, row) => (
        <div key={row} class="row-skeleton">
          <span class="avatar skeleton" />
          <span class="skeleton skeleton-bar" />
          <span class="skeleton skeleton-bar" />
        </div>
      ))}
    </>
  );
}

/** A list that is being read, in the measures of a full one. */
export function RowsSkeleton() {
  return (
    <div class="rows-skeleton" role="status" aria-label={say('loading')}>
      <SkeletonRows count={8} />
    </div>
  );
}

/** A message that is being read. */
export function MessageSkeleton() {
  return (
    <div class="message-skeleton" role="status" aria-label={say('loading')}>
      <span class="skeleton skeleton-subject" />
      <SkeletonRows count={1} />
      <span class="skeleton skeleton-text" />
    </div>
  );
}
