import { say } from '../../src/words.ts';
import { RowsSkeleton } from '../components/rows-skeleton.tsx';
import { PANELS } from '../panels/index.ts';

/** The first moments, before the background has said who is signed in. */
export function Connecting() {
  return (
    <div class="signed-in" role="status" aria-label={say('loading')}>
      <div class="tabs">
        {PANELS.map(({ name }) => (
          <span key={name} class="tab">
            <span class="skeleton skeleton-icon" />
            <span class="tab-name">
              <span class="skeleton skeleton-tab" />
            </span>
          </span>
        ))}
      </div>
      <div class="panel">
        <div class="view">
          <RowsSkeleton />
        </div>
      </div>
    </div>
  );
}
