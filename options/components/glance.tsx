import { useEffect, useRef } from 'preact/hooks';
import type { Account } from '../../src/contract.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import type { Act } from '../../src/ui/use-session.ts';
import { WATCH_NAMES, type Watching } from '../../src/watches.ts';
import { say } from '../../src/words.ts';
import { GlanceCard } from './glance-card.tsx';

interface Props {
  account: Account;
  watching: Watching;
  now: number;
  /** How the last click ended, if it was for this account. */
  said: Obstacle | undefined;
  act: Act;
}

/** The part of the page that `index.html#glance` leads to. */
const ID = 'glance';

/** What Lanyard does without being opened: a switch for each thing, all of them off at first. */
export function Glance({ watching, ...given }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // It was not there yet when the browser looked for it.
    if (location.hash !== `#${ID}`) return;
    heading.current?.scrollIntoView();
    heading.current?.focus();
  }, []);
  return (
    <section class="glance">
      <h2 ref={heading} id={ID} tabIndex={-1}>
        {say('glanceTitle')}
      </h2>
      <p class="lead">{say('glanceText')}</p>
      <ul>
        {WATCH_NAMES.map((watch) => (
          <li key={watch}>
            <GlanceCard watch={watch} state={watching[watch]} {...given} />
          </li>
        ))}
      </ul>
    </section>
  );
}
