import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Profile, Reply } from '../src/contract.ts';
import { toAppError } from '../src/errors.ts';
import { ask } from '../src/messaging.ts';
import { toObstacle } from '../src/obstacles.ts';

/** The profile of the signed-in person, null while it is being read, and a way to read it again. */
export function useProfile(accountId: string): { reply: Reply<Profile> | null; reload(): void } {
  const [reply, setReply] = useState<Reply<Profile> | null>(null);

  const load = useCallback(async () => {
    setReply(null);
    setReply(await readProfile(accountId));
  }, [accountId]);

  useEffect(() => void load(), [load]);

  return { reply, reload: () => void load() };
}

async function readProfile(accountId: string): Promise<Reply<Profile>> {
  try {
    return await ask('getProfile', accountId);
  } catch (thrown) {
    return { kind: 'obstacle', obstacle: toObstacle(toAppError(thrown)) };
  }
}
