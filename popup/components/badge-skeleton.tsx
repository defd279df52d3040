import { Badge } from './badge.tsx';

/** A badge with nothing on it yet, in the measures of a full one. */
export function BadgeSkeleton() {
  return (
    <Badge>
      <span class="avatar skeleton" />
      <span class="skeleton skeleton-name" />
      <span class="skeleton skeleton-line" />
      <span class="skeleton skeleton-row" />
    </Badge>
  );
}
