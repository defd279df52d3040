import { useRef } from 'preact/hooks';
import type { Session } from '../src/contract.ts';

/** A session in which somebody is signed in. */
export type SignedInSession = Extract<Session, { status: 'signed-in' }>;

/**
 * The signed-in session, also while Microsoft's window is open, when the session says nothing but that. The revision
 * is the newest in any case.
 */
export function useSignedIn(session: Session | null): SignedInSession | null {
  const last = useRef<SignedInSession | null>(null);
  if (session?.status === 'signed-in') last.current = session;
  else if (session?.status !== 'signing-in') last.current = null;
  return session && last.current && { ...last.current, revision: session.revision };
}
