import { useEffect, useState } from 'preact/hooks';
import type { Reply } from '../../src/contract.ts';
import { answerTo } from './answer-to.ts';

/** What a question to the background has brought, and a way to ask it again. */
export interface Reading<T> {
  /** Null until the first answer. */
  reply: Reply<T> | null;
  reload(): void;
}

/**
 * Asks for data, and again whenever the session changes: what is shown stays while it asks, and goes as soon as the
 * answer is an obstacle, so that nothing outlives its permission. Of several answers the last question's counts.
 * `deps` say what is asked about; with others, nothing of before is shown.
 */
export function useReply<T>(
  load: () => Promise<Reply<T>>,
  deps: readonly unknown[],
  revision: number,
): Reading<T> {
  const [shown, setShown] = useState<{ deps: readonly unknown[]; reply: Reply<T> | null }>(() => ({
    deps,
    reply: null,
  }));
  const [attempt, setAttempt] = useState(0);
  const reply = isSame(shown.deps, deps) ? shown.reply : null;

  useEffect(() => {
    let isOver = false;
    answerTo(load).then((next) => {
      if (isOver) return;
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

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => Object.is(value, other[at]));
}
