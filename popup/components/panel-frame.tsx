import type { ComponentChildren } from 'preact';
import type { Obstacle } from '../../src/obstacles.ts';
import type { Purpose } from '../../src/purposes.ts';
import { Barrier } from '../consent/barrier.tsx';
import { isShownBeside } from '../data/reading-store.ts';
import type { Reading } from '../data/use-reading.ts';
import type { PanelProps } from '../panels/panel.ts';
import { EditBarrier } from './edit-barrier.tsx';
import { RowsSkeleton } from './rows-skeleton.tsx';
import { saying } from './saying.ts';
import { StatusBar, type WebApp } from './status-bar.tsx';

interface Props<T> extends PanelProps {
  reading: Reading<T>;
  /** What the data is for. */
  purpose: Purpose;
  /** The changes that begin in this panel. */
  changes?: readonly Purpose[];
  webApp?: WebApp;
  /** In the place of data that is being read for the first time. */
  skeleton?: ComponentChildren;
  /** Above the data, and there without it: a search, what one can move by. */
  toolbar?: ComponentChildren;
  children(data: T): ComponentChildren;
}

/**
 * A panel: its data, or what stands in front of it; and below when it was read, what is wrong with that, and the way to
 * the web app.
 */
export function PanelFrame<T>(props: Props<T>) {
  const { reading, purpose, changes = [], session, act, editing, webApp, toolbar } = props;
  const { data, obstacle, reply, reload } = reading;
  const isBeside = data !== null && obstacle !== null && isShownBeside(obstacle);
  const wanted = editing.refusal?.purpose;
  // How a change ended is said beside the change, and not once more.
  const isAboutChange = ({ purpose: of }: Obstacle) =>
    of !== undefined && of === wanted && changes.includes(of);
  const isWaiting = data === null && obstacle === null && !session.obstacle;
  return (
    <div class="frame">
      {reading.isLoading && data !== null && <progress class="progress" aria-hidden="true" />}
      {toolbar && <div class="toolbar">{toolbar}</div>}
      <div class="view">
        <EditBarrier session={saying(session, isAboutChange)} act={act} editing={editing} changes={changes} />
        <Barrier
          session={saying(session, (said) => !isAboutChange(said))}
          purpose={purpose}
          reply={isBeside ? null : reply}
          act={act}
          retry={reload}
        />
        {isWaiting && (props.skeleton ?? <RowsSkeleton />)}
        {data !== null && props.children(data)}
      </div>
      <StatusBar reading={reading} obstacle={isBeside ? obstacle : null} webApp={webApp} />
    </div>
  );
}
