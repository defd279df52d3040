import type { ComponentChildren } from 'preact';
import { presentObstacle } from '../../src/obstacles.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import { Section } from '../components/section.tsx';
import type { Reading } from '../data/use-reading.ts';
import { standingOf } from './standing.ts';

interface Props<T> {
  name: string;
  title: string;
  reading: Reading<T>;
  /** Whether what is wrong is said already, once for all. */
  isCovered: boolean;
  /** At the end of the heading. */
  aside?: (data: T) => ComponentChildren;
  /** In the place of what is being read for the first time. */
  skeleton: ComponentChildren;
  children(data: T): ComponentChildren;
}

/** One part of the page: what there is, or a line that says why not. What waits for a permission is offered below. */
export function Part<T>({ name, title, reading, isCovered, aside, skeleton, children }: Props<T>) {
  const { data } = reading;
  const standing = standingOf(reading);
  const isLeftOut = standing === 'failed' ? isCovered : standing === 'offered' || standing === 'barred';
  if (isLeftOut) return null;
  return (
    <Section
      title={title}
      aside={data !== null && aside?.(data)}
      class={`today-part today-${name} ${standing === 'waiting' ? 'today-waiting' : ''}`}
    >
      {data !== null && children(data)}
      {standing === 'waiting' && (
        <div class="today-skeleton" role="status" aria-label={say('loading')}>
          {skeleton}
        </div>
      )}
      {standing === 'failed' && <Trouble reading={reading} />}
    </Section>
  );
}

/** Nothing to show, and that is how it is. */
export function Nothing({ text }: { text: string }) {
  return <p class="today-nothing">{text}</p>;
}

function Trouble({ reading: { obstacle, reload } }: { reading: Reading<unknown> }) {
  if (!obstacle) return null;
  const { title, action } = presentObstacle(obstacle.reason);
  return (
    <p class="today-trouble" role="status" data-reason={obstacle.reason}>
      <Icon name="warning" />
      <span>{say(title)}</span>
      {action === 'try-again' && (
        <button type="button" class="button" onClick={reload}>
          {say('tryAgain')}
        </button>
      )}
    </p>
  );
}
