import { useEffect, useState } from 'preact/hooks';
import type { Method, Params, Result, Session } from '../contract.ts';
import { toAppError } from '../errors.ts';
import { isSameFace } from '../face.ts';
import { ask } from '../messaging.ts';
import { type Obstacle, toObstacle } from '../obstacles.ts';

/** The questions of which the answer is a session. */
type SessionMethod = { [M in Method]: Result<M> extends Session ? M : never }[Method];

/** Asks a question that changes the session, and shows what comes of it. */
export type Act = <M extends SessionMethod>(method: M, ...params: Params<M>) => void;

/** What the popup knows: the session, null until the background has answered, or why it does not answer. */
export interface SessionView {
  session: Session | null;
  failure: Obstacle | null;
  act: Act;
  /** Asks the background anew, and follows it again. */
  retry(): void;
}

/**
 * Follows the session while a page is open, which keeps none of its own: it may be closed at any moment. `first` is
 * shown until `greeting`, the first answer, has come.
 */
export function useSession(first: Session | null = null, greeting?: Promise<Session>): SessionView {
  const [session, setSession] = useState(first);
  // Why the session cannot be followed, and why the last click came to nothing: each ends by itself.
  const [deaf, setDeaf] = useState<Obstacle | null>(null);
  const [failed, setFailed] = useState<Obstacle | null>(null);
  const [attempt, setAttempt] = useState(0);

  /** Answers may overtake each other; only a later session replaces one that is shown. */
  const show = (next: Session) => setSession((shown) => later(shown, next));
  const hear = (next: Session, isGreeting: boolean) => {
    setDeaf(null);
    setSession((shown) => {
      if (!isGreeting || !first || shown !== first) return later(shown, next);
      // What is shown already is not drawn, nor read, again.
      return isSameFace(first, next) ? first : next;
    });
  };
  const retry = () => {
    setFailed(null);
    setAttempt((count) => count + 1);
  };

  useEffect(() => {
    const over = new AbortController();
    follow(hear, over.signal, attempt === 0 ? greeting : undefined).catch(
      (thrown) => over.signal.aborted || setDeaf(toObstacle(toAppError(thrown))),
    );
    return () => over.abort();
  }, [attempt]);

  const act: Act = (method, ...params) => {
    ask(method, ...params).then(
      (next) => {
        setFailed(null);
        show(next);
        // A background that answers can be followed again.
        if (deaf) retry();
      },
      (thrown) => setFailed(toObstacle(toAppError(thrown))),
    );
  };
  return { session, failure: failed ?? deaf, act, retry };
}

const later = (shown: Session | null, next: Session) =>
  shown && shown.revision > next.revision ? shown : next;

/** Shows each session as it comes. Ends when it is over, or rejects when the background cannot be asked any more. */
async function follow(
  show: (session: Session, isFirst: boolean) => void,
  over: AbortSignal,
  greeting?: Promise<Session>,
): Promise<void> {
  let session = await (greeting ?? ask('getSession'));
  for (let isFirst = true; !over.aborted; isFirst = false) {
    show(session, isFirst);
    session = await ask('awaitSession', session.revision);
  }
}
