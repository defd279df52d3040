import { ObstacleCard } from '../../src/ui/obstacle-card.tsx';

/** A browser in which an extension cannot sign in. */
export function Unsupported() {
  return (
    <div class="view">
      <ObstacleCard obstacle={{ reason: 'unsupported-browser' }} />
    </div>
  );
}
