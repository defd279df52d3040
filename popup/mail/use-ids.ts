import { useMemo, useRef } from 'preact/hooks';
import type { MessageSummary } from '../../src/data/mail.ts';

interface Ids {
  ids: readonly string[];
  /** Whether the last change has only taken rows away, over whose places the others close up. */
  isClosing: boolean;
}

/** The ids of the messages: the very same list as long as there are the same in the same order. */
export function useIds(messages: readonly MessageSummary[]): Ids {
  const last = useRef<Ids>({ ids: [], isClosing: false });
  return useMemo(() => {
    const { ids: before } = last.current;
    const ids = messages.map(({ id }) => id);
    const isSame = ids.length === before.length && ids.every((id, at) => id === before[at]);
    if (!isSame) {
      const were = new Set(before);
      last.current = { ids, isClosing: ids.length < before.length && ids.every((id) => were.has(id)) };
    }
    return last.current;
  }, [messages]);
}
