import { useEffect, useState } from 'preact/hooks';
import type { Reply } from '../../src/contract.ts';
import { EDIT_PURPOSES } from '../../src/edit-purposes.ts';
import type { Edit } from '../../src/edits.ts';
import { isAboutConsent } from '../../src/in-the-way.ts';
import { ask } from '../../src/messaging.ts';
import { presentObstacle } from '../../src/obstacles.ts';
import type { Purpose } from '../../src/purposes.ts';
import type { ReadingName } from '../../src/readings.ts';
import { announce } from '../../src/ui/announce.ts';
import { say } from '../../src/words.ts';
import type { Go, Place } from '../use-place.ts';
import { answerTo } from './answer-to.ts';
import { doneWords } from './edit-words.ts';
import type { ReadingStore } from './reading-store.ts';

/** Why a change has not come about; for the panel with that purpose to show. */
export interface Refusal {
  edit: Edit;
  purpose: Purpose;
  reply: Extract<Reply<never>, { kind: 'obstacle' }>;
}

/** Changes to the person's data, as they are made in this popup. */
export interface Editing {
  /** Makes a change: it shows at once, and is taken back if it does not come about. */
  make(edit: Edit): void;
  /** What has been changed since that time (epoch ms), in order. */
  since(at: number): Edit[];
  /** The changes that are under way, in order. */
  underWay: readonly Edit[];
  refusal: Refusal | null;
  retry(): void;
  giveUp(): void;
}

interface Options {
  accountId: string;
  revision: number;
  place: Place;
  go: Go;
  store: ReadingStore;
}

/** What shows a change only after it has been read again. */
const READ_AGAIN: Partial<Record<Edit['kind'], ReadingName>> = {
  'add-task': 'getTasks',
  'set-presence': 'getPresence',
};

/**
 * What wants a permission is kept with the place, so that it comes about by itself once Microsoft's window has brought
 * that, although the popup was closed meanwhile. It is not kept while it is under way: nothing is done twice.
 */
export function useEditing({ accountId, revision, place, go, store }: Options): Editing {
  const [made, setMade] = useState<{ edit: Edit; at: number }[]>([]);
  const [underWay, setUnderWay] = useState<readonly Edit[]>([]);
  const [refused, setRefused] = useState<{ refusal: Refusal; revision: number } | null>(null);
  const kept = place.wish?.accountId === accountId ? place.wish : null;
  const wish = kept && !kept.obstacle ? kept.edit : null;
  const held: Refusal | null = kept?.obstacle
    ? {
        edit: kept.edit,
        purpose: EDIT_PURPOSES[kept.edit.kind],
        reply: { kind: 'obstacle', obstacle: kept.obstacle },
      }
    : null;

  const run = (edit: Edit) => {
    setUnderWay((before) => [...before, edit]);
    setRefused(null);
    if (place.wish) go({ wish: null });
    answerTo(() => ask('edit', accountId, edit)).then((reply) => {
      setUnderWay((before) => before.filter((each) => each !== edit));
      announce(say(reply.kind === 'ready' ? doneWords(edit) : presentObstacle(reply.obstacle.reason).title));
      if (reply.kind === 'obstacle') {
        setRefused({ refusal: { edit, purpose: EDIT_PURPOSES[edit.kind], reply }, revision });
        if (isAboutConsent(reply.obstacle)) go({ wish: { accountId, edit } });
        return;
      }
      setMade((before) => [...before, { edit, at: Date.now() }]);
      const stale = READ_AGAIN[edit.kind];
      if (stale) store.ask(stale, revision, 'anew');
    });
  };

  useEffect(() => {
    if (wish && underWay.length === 0 && refused?.revision !== revision) run(wish);
  }, [wish, revision]);

  return {
    make: run,
    since(at) {
      const later = made.filter((each) => each.at > at).map(({ edit }) => edit);
      return [...later, ...underWay];
    },
    underWay,
    refusal: refused?.refusal ?? held,
    retry() {
      const refusal = refused?.refusal ?? held;
      if (refusal) run(refusal.edit);
    },
    giveUp() {
      setRefused(null);
      if (place.wish) go({ wish: null });
    },
  };
}
