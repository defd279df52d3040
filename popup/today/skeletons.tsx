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
    </>
  );
}

/** So many rows that are being read. */
export function CardSkeleton({ rows }: { rows: number }) {
  return (
    <div class="card">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="row-skeleton">
          <span class="avatar skeleton" />
          <span class="skeleton skeleton-bar" />
          <span class="skeleton skeleton-bar" />
        </div>
      ))}
    </div>
  );
}
