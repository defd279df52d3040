import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Session } from '../src/contract.ts';
import { toAppError } from '../src/errors.ts';
import { ask } from '../src/messaging.ts';
import { toObstacle } from '../src/obstacles.ts';

/** The questions of which the answer is a session. */
type SessionQuestion = 'getSession' | 'awaitSession' | 'signIn' | 'signOut' | 'dismissObstacle';

/** The session, kept up to date while a Microsoft window is open, and what may be done to it. */
export interface SessionControls {
  /** Null until the background has answered for the first time. */
  session: Session | null;
  signIn(): void;
  signOut(): void;
  dismiss(): void;
}

/** Follows the session. The popup keeps none of its own: it may be closed at any moment. */
export function useSession(): SessionControls {
  const [session, setSession] = useState<Session | null>(null);

  const follow = useCallback(async (first: SessionQuestion) => {
    let question = first;
    for (;;) {
      const current = await askForSession(question);
      setSession(current);
      if (current.status !== 'signing-in') return;
      question = 'awaitSession';
    }
  }, []);

  useEffect(() => void follow('getSession'), [follow]);

  return {
    session,
    signIn: () => void follow('signIn'),
    signOut: () => void follow('signOut'),
    dismiss: () => void follow('dismissObstacle'),
  };
}

/** A background that cannot answer leaves the person signed out as far as this page knows, and is named. */
async function askForSession(question: SessionQuestion): Promise<Session> {
  try {
    return await ask(question);
  } catch (thrown) {
    return { status: 'signed-out', obstacle: toObstacle(toAppError(thrown)) };
  }
}
