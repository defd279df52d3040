import { useEffect, useState } from 'preact/hooks';
import { toAppError } from '../src/errors.ts';
import type { LedgerView } from '../src/ledger.ts';
import { ask } from '../src/messaging.ts';
import { type Obstacle, toObstacle } from '../src/obstacles.ts';
import { useLook } from './use-look.ts';

/** A ledger as it was at that time (epoch milliseconds). */
export interface Reading {
  ledger: LedgerView;
  readAt: number;
}

/**
 * An account's ledger, null until it has been read, or why it cannot be. It is read anew with each revision of the
 * session and with each look at the page: uses that were counted make no revision.
 */
export function useLedger(accountId: string, revision: number) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [failure, setFailure] = useState<Obstacle | null>(null);
  const [attempt, setAttempt] = useState(0);
  const look = useLook();

  useEffect(() => {
    let isOver = false;
    ask('getLedger', accountId).then(
      (ledger) => {
        if (isOver) return;
        setFailure(null);
        setReading({ ledger, readAt: Date.now() });
      },
      (thrown) => isOver || setFailure(toObstacle(toAppError(thrown))),
    );
    return () => {
      isOver = true;
    };
  }, [accountId, revision, look, attempt]);

  return { reading, failure, retry: () => setAttempt((count) => count + 1) };
}
