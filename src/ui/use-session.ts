import { useEffect, useState } from 'preact/hooks';
import type { Method, Params, Result, Session } from '../contract.ts';
import { toAppError } from '../errors.ts';
import { face, isSameFace } from '../face.ts';
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
 * shown until `greeting`, the first answer, has come. After that the page watches what the background draws in memory:
 * one that stays open for a day keeps nobody awake.
 */
export function useSession(first: Session | null = null, greeting?: Promise<Session>): SessionView {
  const [session, setSession] = useState(first);
  // Why the session cannot be followed, and why the last click came to nothing: each ends by itself.
  const [deaf, setDeaf] = useState<Obstacle | null>(null);
  const [failed, setFailed] = useState<Obstacle | null>(null);
  const [attempt, setAttempt] = useState(0);

  /** Answers may overtake each other; only a later session replaces one that is shown. */
  const show = (next: Session) => setSession((shown) => later(shown, next));
  const hear = (next: Session) => {
    setDeaf(null);
    show(next);
  };
  const greet = (next: Session) => {
    setDeaf(null);
    // What is shown already is not drawn, nor read, again.
    setSession((shown) => (first && shown === first && isSameFace(first, next) ? first : later(shown, next)));
  };
  const catchUp = (next: Session | null) =>
    setSession((shown) => (next && shown && next.revision > shown.revision ? next : shown));
  const deafen = (thrown: unknown) => setDeaf(toObstacle(toAppError(thrown)));
  const retry = () => {
    setFailed(null);
    setAttempt((count) => count + 1);
  };

  useEffect(() => {
    let isOver = false;
    const whileOpen =
      <T>(then: (value: T) => void) =>
      (value: T) =>
        isOver || then(value);
    const askAgain = () => ask('getSession').then(whileOpen(hear), whileOpen(deafen));
    // Before the first answer has come: nothing that changes meanwhile is missed.
    const endWatch = face.watch((next) => (next ? hear(next) : askAgain()));
    const isGreeted = attempt === 0 && greeting !== undefined;
    // The greeting was asked for before the watch began: what has changed in between is not in it.
    if (isGreeted) face.get().then(whileOpen(catchUp), () => undefined);
    const asked = isGreeted ? greeting : ask('getSession');
    asked.then(whileOpen(greet), whileOpen(deafen));
    return () => {
      isOver = true;
      endWatch();
    };
  }, [attempt]);

  const isSigningIn = session?.status === 'signing-in';
  useEffect(() => {
    const over = new AbortController();
    if (isSigningIn)
      seeThrough(session.revision, hear, over.signal).catch(
        (thrown) => over.signal.aborted || deafen(thrown),
      );
    return () => over.abort();
  }, [isSigningIn, attempt]);

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

/**
 * Asks on and on how the sign-in ends, which takes as long as Microsoft's window is open: a background that is stopped
 * with it can draw nothing any more, and the next one, which such a question wakes, knows that it was interrupted.
 */
async function seeThrough(
  revision: number,
  hear: (session: Session) => void,
  over: AbortSignal,
): Promise<void> {
  let session = await ask('awaitSession', revision);
  while (!over.aborted) {
    hear(session);
    if (session.status !== 'signing-in') return;
    session = await ask('awaitSession', session.revision);
  }
}
