import { say } from '../../src/words.ts';
import { BadgeSkeleton } from '../components/badge-skeleton.tsx';

/** The first moments, before the background has said who is signed in. */
export function Connecting() {
  return (
    <div class="view" role="status" aria-label={say('loading')}>
      <BadgeSkeleton />
    </div>
  );
}
