import { SkeletonRows } from '../components/rows-skeleton.tsx';

/** A meeting and a day that are being read, in the measures of those that come. */
export function DaySkeleton() {
  return (
    <>
      <div class="card meeting-skeleton">
        <span class="skeleton skeleton-bar" />
        <span class="skeleton skeleton-bar" />
        <span class="skeleton skeleton-bar" />
      </div>
      <span class="skeleton strip-skeleton" />
      <span class="skeleton skeleton-bar" />
    </>
  );
}

/** So many rows that are being read. */
export function CardSkeleton({ rows }: { rows: number }) {
  return (
    <div class="card">
      <SkeletonRows count={rows} />
    </div>
  );
}
