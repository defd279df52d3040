import type { Reply } from '../../src/contract.ts';
import { ask } from '../../src/messaging.ts';
import { type Obstacle, presentObstacle } from '../../src/obstacles.ts';
import { READING_NAMES, type ReadingData, type ReadingName } from '../../src/readings.ts';
import type { Snapshots } from '../../src/snapshots.ts';
import { answerTo } from './answer-to.ts';
import { beforeNextFrame } from './next-frame.ts';

/** What is known of a reading now. */
export interface Known<R extends ReadingName> {
  /** The last data that may be shown, and when it was read (epoch ms). */
  data: ReadingData<R> | null;
  readAt: number | null;
  /** When what has brought the data was asked: a change that was made later is not in it. */
  askedAt: number;
  /** What the last answer was instead of data. */
  obstacle: Obstacle | null;
  isLoading: boolean;
  /** The revision of the session with which it was asked last; null: never, in this popup. */
  revision: number | null;
}

/** The readings of one account, shared by whatever shows them, while the popup is open. */
export interface ReadingStore {
  known<R extends ReadingName>(reading: R): Known<R>;
  /**
   * Asks, unless that is under way for the same revision; `anew`: also then, for what has changed since; `ahead`: for
   * what is about to be drawn for the first time.
   */
  ask<R extends ReadingName>(reading: R, revision: number, how?: 'anew' | 'ahead'): void;
  /** Whether what is drawn in this moment for the first time was asked for ahead, so that it does not ask again. */
  isAskedAhead(reading: ReadingName, revision: number): boolean;
  /** Shows what earlier popups have shown, until there is an answer. */
  remember(snapshots: Snapshots): void;
  /** Calls before a frame whenever anything has become known; returns how to end that. */
  watch(onChange: () => void): () => void;
}

type All = { [R in ReadingName]?: Known<R> };

const NOTHING = { data: null, readAt: null, askedAt: 0, obstacle: null, isLoading: false, revision: null };

/** `soon` says when to tell whoever watches. */
export function createReadingStore(accountId: string, soon = beforeNextFrame): ReadingStore {
  const all: All = {};
  const asked = new Map<ReadingName, number>();
  const ahead = new Map<ReadingName, number>();
  const watchers = new Set<() => void>();

  const known = <R extends ReadingName>(reading: R): Known<R> => {
    return (all[reading] as Known<R> | undefined) ?? NOTHING;
  };
  let isTelling = false;
  /** What comes together is drawn together: to draw each answer by itself would keep the next from being heard. */
  const tell = () => {
    if (isTelling) return;
    isTelling = true;
    soon(() => {
      isTelling = false;
      for (const watcher of watchers) watcher();
    });
  };
  const change = <R extends ReadingName>(reading: R, part: Partial<Known<R>>) => {
    Object.assign(all, { [reading]: { ...known(reading), ...part } });
    tell();
  };
  /** What is only passing leaves what is known; anything else takes it away, so that nothing outlives its permission. */
  const take = <R extends ReadingName>(reading: R, reply: Reply<ReadingData<R>>, askedAt: number) => {
    const isLoading = false;
    if (reply.kind === 'ready') {
      change(reading, { data: reply.data, readAt: reply.readAt, askedAt, obstacle: null, isLoading });
      return;
    }
    const { obstacle } = reply;
    const isPassing = isShownBeside(obstacle);
    change(reading, { obstacle, isLoading, ...(isPassing ? {} : { data: null, readAt: null }) });
  };

  return {
    known,
    ask<R extends ReadingName>(reading: R, revision: number, how?: 'anew' | 'ahead') {
      if (how === 'ahead') ahead.set(reading, revision);
      const before = known(reading);
      if (before.isLoading && before.revision === revision && how !== 'anew') return;
      const turn = (asked.get(reading) ?? 0) + 1;
      asked.set(reading, turn);
      const askedAt = Date.now();
      // An obstacle makes room at once, so that one sees that something is being done about it.
      change(reading, { isLoading: true, revision, ...(before.data ? {} : { obstacle: null }) });
      answerTo(() => read(reading, accountId)).then((reply) => {
        // Of several answers the last question's counts.
        if (asked.get(reading) === turn) take(reading, reply, askedAt);
      });
    },
    isAskedAhead(reading, revision) {
      if (ahead.get(reading) !== revision) return false;
      // The answer may be there already. Whatever else is drawn in this moment looks before the next.
      setTimeout(() => ahead.delete(reading));
      return true;
    },
    remember(snapshots) {
      for (const reading of READING_NAMES) {
        const { askedAt, obstacle } = known(reading);
        // Unless an answer was quicker.
        if (askedAt === 0 && !obstacle) change(reading, snapshots[reading] ?? {});
      }
    },
    watch(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}

/** Whether data that was read before may be shown beside what is in the way now. */
export function isShownBeside({ reason }: Obstacle): boolean {
  return presentObstacle(reason).silence === 'later' || reason === 'not-answered';
}

/** The contract has a question for each reading; the compiler does not follow a union of names into one answer. */
function read<R extends ReadingName>(reading: R, accountId: string) {
  const name: ReadingName = reading;
  return ask(name, accountId) as Promise<Reply<ReadingData<R>>>;
}
