import { useEffect, useState } from 'preact/hooks';
import { toAppError } from '../src/errors.ts';
import type { LedgerView } from '../src/ledger.ts';
import { ask } from '../src/messaging.ts';
import { type Obstacle, toObstacle } from '../src/obstacles.ts';
import type { Watching } from '../src/watches.ts';
import { useLook } from './use-look.ts';

/** What is kept of an account, as it was at that time (epoch milliseconds). */
export interface Reading {
  ledger: LedgerView;
  watching: Watching;
  readAt: number;
}

/**
 * An account's ledger and what is watched for it, null until they have been read, or why they cannot be. They are read
 * anew with each revision of the session and with each look at the page: uses that were counted make no revision.
 */
export function useRecord(accountId: string, revision: number) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [failure, setFailure] = useState<Obstacle | null>(null);
  const [attempt, setAttempt] = useState(0);
  const look = useLook();

  useEffect(() => {
    let isOver = false;
    Promise.all([ask('getLedger', accountId), ask('getWatching', accountId)]).then(
      ([ledger, watching]) => {
        if (isOver) return;
        setFailure(null);
        setReading({ ledger, watching, readAt: Date.now() });
      },
      (thrown) => isOver || setFailure(toObstacle(toAppError(thrown))),
    );
    return () => {
      isOver = true;
    };
  }, [accountId, revision, look, attempt]);

  return { reading, failure, retry: () => setAttempt((count) => count + 1) };
}
