import { useEffect, useState } from 'preact/hooks';
import { useBoard } from './board.ts';
import type { Order } from './orders.ts';

/** What came of the last pull. */
export interface Outcome {
  isDone: boolean;
  text: string;
  /** To be read, and perhaps copied: stays until the next pull. */
  value: string | null;
}

/** A group of levers, with one place for what comes of them. */
export interface Lever {
  outcome: Outcome | null;
  /** `said` is the outcome in words; `read` takes something to show out of the answer. Never rejects. */
  pull(order: Order, said: string, read?: (answer: unknown) => string | null): Promise<void>;
}

const shownMs = 8000;

export function useLever(): Lever {
  const board = useBoard();
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  useEffect(() => {
    if (!outcome?.isDone || outcome.value !== null) return;
    const timer = setTimeout(() => setOutcome(null), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  return {
    outcome,
    async pull(order, said, read = () => null) {
      try {
        const answer = await board.send(order, said);
        setOutcome({ isDone: true, text: said, value: read(answer) });
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        setOutcome({ isDone: false, text, value: null });
      }
    },
  };
}
