import { useEffect, useState } from 'preact/hooks';
import type { Reply } from '../src/contract.ts';
import { toAppError } from '../src/errors.ts';
import { toObstacle } from '../src/obstacles.ts';

/** What a question to the background has brought, and a way to ask it again. */
export interface Reading<T> {
  /** Null until the first answer. */
  reply: Reply<T> | null;
  reload(): void;
}

/** The last data that a question has brought, for whoever comes back to its panel a moment later. */
export interface Memory<T> {
  last: { deps: readonly unknown[]; revision: number; reply: Reply<T> & { kind: 'ready' } } | null;
}

/** For so long, data that is remembered is shown without asking again. */
const FRESH_MS = 60_000;

/**
 * Asks for data, and again whenever the session changes: what is shown stays while it asks, and goes as soon as the
 * answer is an obstacle, so that nothing outlives its permission. Of several answers the last question's counts.
 * `deps` say what is asked about; with others, nothing of before is shown.
 */
export function useReply<T>(
  load: () => Promise<Reply<T>>,
  deps: readonly unknown[],
  revision: number,
  memory: Memory<T> = { last: null },
): Reading<T> {
  const known = recall(memory, deps, revision);
  const [shown, setShown] = useState<{ deps: readonly unknown[]; reply: Reply<T> | null }>(() => ({
    deps,
    reply: known,
  }));
  const [attempt, setAttempt] = useState(0);
  const reply = isSame(shown.deps, deps) ? shown.reply : known;

  useEffect(() => {
    if (attempt === 0 && known && Date.now() - known.readAt < FRESH_MS) return;
    let isOver = false;
    answerTo(load).then((next) => {
      if (isOver) return;
      memory.last = next.kind === 'ready' ? { deps, revision, reply: next } : null;
      setShown({ deps, reply: next });
    });
    return () => {
      isOver = true;
    };
  }, [...deps, revision, attempt]);

  return {
    reply,
    reload() {
      // An obstacle makes room at once, so that one sees that something is being done about it.
      if (reply?.kind === 'obstacle') setShown({ deps, reply: null });
      setAttempt((count) => count + 1);
    },
  };
}

/** What the background answers; that it does not is an obstacle as well. */
export async function answerTo<T>(load: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await load();
  } catch (thrown) {
    return { kind: 'obstacle', obstacle: toObstacle(toAppError(thrown)) };
  }
}

function recall<T>({ last }: Memory<T>, deps: readonly unknown[], revision: number) {
  return last && last.revision === revision && isSame(last.deps, deps) ? last.reply : null;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => Object.is(value, other[at]));
}
