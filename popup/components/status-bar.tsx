import { useEffect, useRef } from 'preact/hooks';
import { type Obstacle, presentObstacle } from '../../src/obstacles.ts';
import { announce } from '../../src/ui/announce.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { clockTime } from '../../src/ui/times.ts';
import { say, type WordKey } from '../../src/words.ts';
import type { Reading } from '../data/use-reading.ts';

/** Where the same is in Microsoft's web app. */
export interface WebApp {
  label: WordKey;
  /** An https address. */
  href: string;
}

interface Props {
  reading: Pick<Reading<unknown>, 'data' | 'readAt' | 'isLoading' | 'reload'>;
  /** What keeps the data from being read anew. */
  obstacle: Obstacle | null;
  webApp: WebApp | undefined;
}

/** One quiet line below a panel: when its data was read, what is wrong with that, and the way to the web app. */
export function StatusBar({ reading, obstacle, webApp }: Props) {
  const { data, readAt, isLoading, reload } = reading;
  const isWanted = useRef(false);
  useEffect(() => {
    if (isLoading || !isWanted.current) return;
    isWanted.current = false;
    // What is in the way says so by itself.
    if (!obstacle) announce(say('focusRefreshed'));
  }, [isLoading]);
  const refresh = () => {
    isWanted.current = true;
    reload();
  };
  const trouble = obstacle && say(presentObstacle(obstacle.reason).title);
  return (
    <footer class="status-bar" data-reason={obstacle?.reason}>
      {trouble && (
        <span class="status-trouble" role="status" title={trouble}>
          <Icon name="warning" />
          <span>{obstacle.reason === 'offline' ? say('offlineShort') : trouble}</span>
        </span>
      )}
      {data !== null && (
        <>
          {readAt !== null && <span class="status-time">{say('asOf', clockTime(readAt))}</span>}
          <button
            type="button"
            class="button button-icon status-refresh"
            aria-label={say('refresh')}
            title={say('refresh')}
            aria-busy={isLoading}
            onClick={refresh}
          >
            <Icon name="refresh" />
          </button>
        </>
      )}
      {webApp && (
        <a class="status-link" href={webApp.href} target="_blank" rel="noreferrer noopener">
          {say(webApp.label)}
          <Icon name="open" />
        </a>
      )}
    </footer>
  );
}
