import { useState } from 'preact/hooks';
import { toAppError } from '../../errors.ts';
import type { ApprovalRequest } from '../../ledger.ts';
import { ask } from '../../messaging.ts';
import { type Obstacle, toObstacle } from '../../obstacles.ts';
import type { Purpose } from '../../purposes.ts';

/** What came of asking for something to send: a link, nobody to send it to, or why the background gave none. */
export type Approval =
  | { kind: 'request'; request: ApprovalRequest }
  | { kind: 'nobody' }
  | { kind: 'failed'; obstacle: Obstacle };

/** What to send to an administrator, once the person asks for it. */
export function useApproval(
  accountId: string,
  purpose: Purpose,
): { approval: Approval | null; request(): void } {
  const [approval, setApproval] = useState<Approval | null>(null);

  const bring = async () => {
    const request = await ask('getApprovalRequest', accountId, purpose);
    setApproval(request ? { kind: 'request', request } : { kind: 'nobody' });
  };
  const fail = (thrown: unknown) => setApproval({ kind: 'failed', obstacle: toObstacle(toAppError(thrown)) });

  return { approval, request: () => void bring().catch(fail) };
}
