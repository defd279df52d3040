import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../src/contract.ts';
import { popupPlace } from '../src/storage.ts';

/** Where in the popup the person is: a panel, and the message that is open in it. */
export type Place = NonNullable<Awaited<ReturnType<typeof popupPlace.get>>>;

/** Where everybody begins, and where whoever signs out is brought back to. */
export const START: Place = { panel: 'you', message: null };

/** Goes elsewhere in the popup; what is not named stays. */
export type Go = (change: Partial<Place>) => void;

/**
 * Where the person is, null until it is known: the browser closes a popup that loses the focus, to Microsoft's window
 * for one, and whoever opens it again goes on where they were.
 */
export function usePlace(session: Session | null): { place: Place | null; go: Go } {
  const [kept, setPlace] = useState<Place | null>(null);
  const place = kept && withoutStrangers(kept, session);
  const isSignedOut = session?.status === 'signed-out';

  const change = (next: Place) => {
    setPlace(next);
    // A place that cannot be kept is one click away.
    keep(next).catch(() => undefined);
  };

  useEffect(() => {
    popupPlace.get().then(
      (found) => setPlace((now) => now ?? found ?? START),
      () => setPlace((now) => now ?? START),
    );
  }, []);

  useEffect(() => {
    if (isSignedOut) change(START);
  }, [isSignedOut]);

  return { place, go: (part) => change({ ...(place ?? START), ...part }) };
}

/** The place without a message of somebody who has been signed out. */
function withoutStrangers(place: Place, session: Session | null): Place {
  if (session?.status !== 'signed-in' || !place.message) return place;
  const { accountId } = place.message;
  return session.accounts.some(({ id }) => id === accountId) ? place : { ...place, message: null };
}

/** Nothing is kept of the beginning: whoever has signed out leaves nothing behind. */
function keep(place: Place): Promise<void> {
  const isStart = place.panel === START.panel && place.message === null;
  return isStart ? popupPlace.remove() : popupPlace.set(place);
}
