import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { applyEdit } from '../../src/apply-edit.ts';
import type { Reply } from '../../src/contract.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import { READINGS, type ReadingData, type ReadingName } from '../../src/readings.ts';
import { stayFresh } from '../../src/ui/stay-fresh.ts';
import type { PanelProps } from '../panels/panel.ts';
import { isShownBeside } from './reading-store.ts';

/** A reading as a panel shows it. */
export interface Reading<T> {
  /** What is shown; null until there is something. */
  data: T | null;
  /** When it was read (epoch ms). */
  readAt: number | null;
  /** What stands in the way now, in front of the data or beside it. */
  obstacle: Obstacle | null;
  /** The last answer, for what stands in front of a panel. */
  reply: Reply<T> | null;
  isLoading: boolean;
  reload(): void;
}

/** For so long, data that another panel has just read is shown without asking again. */
const FRESH_MS = 60_000;

/**
 * Shows a reading: at once what is known, and soon what is true. It is asked for when it is first shown, whenever the
 * session changes, when what stood in the way has had its time, when the network is back, and now and then for a person
 * who keeps it open.
 */
export function useReading<R extends ReadingName>(
  name: R,
  { session, store, editing }: Pick<PanelProps, 'session' | 'store' | 'editing'>,
): Reading<ReadingData<R>> {
  const { revision, account } = session;
  const isTheirs = !('isWorkOnly' in READINGS[name] && account.isPersonal);
  const [, redraw] = useState(0);
  // In the same turn as the drawing: an answer that comes in between would be shown by nobody.
  useLayoutEffect(() => store.watch(() => redraw((count) => count + 1)), [store]);

  const { data, readAt, askedAt, obstacle, isLoading, revision: askedWith } = store.known(name);
  useEffect(() => {
    const isFresh = askedWith === revision && !obstacle && Date.now() - (readAt ?? 0) < FRESH_MS;
    if (isTheirs && !isFresh && !store.isAskedAhead(name, revision)) store.ask(name, revision);
  }, [store, name, revision, isTheirs]);

  useEffect(() => {
    if (!isTheirs) return;
    return stayFresh(() => {
      if (Date.now() - store.known(name).askedAt >= FRESH_MS) store.ask(name, revision);
    });
  }, [store, name, revision, isTheirs]);

  const again = obstacle?.retryAt;
  useEffect(() => {
    if (again === undefined) return;
    const timer = setTimeout(() => store.ask(name, revision), Math.max(1000, again - Date.now()));
    return () => clearTimeout(timer);
  }, [store, name, revision, again]);

  // In the same turn as the drawing, and not once it has failed: the network may be back before that is drawn.
  useLayoutEffect(() => {
    if (!isTheirs) return;
    const again = () => {
      const known = store.known(name);
      // A request under way was sent without a network and may still fail.
      if (known.isLoading) store.ask(name, revision, 'anew');
      else if (known.obstacle && isShownBeside(known.obstacle)) store.ask(name, revision);
    };
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [store, name, revision, isTheirs]);

  const shown = data && editing.since(askedAt).reduce((known, edit) => applyEdit(name, known, edit), data);
  return {
    data: shown,
    readAt,
    obstacle,
    reply: toReply(shown, readAt, obstacle),
    isLoading,
    reload: () => store.ask(name, revision),
  };
}

function toReply<T>(data: T | null, readAt: number | null, obstacle: Obstacle | null): Reply<T> | null {
  if (obstacle) return { kind: 'obstacle', obstacle };
  return data === null ? null : { kind: 'ready', data, readAt: readAt ?? 0 };
}
