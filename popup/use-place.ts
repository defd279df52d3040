import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../src/contract.ts';
import type { popupPlace } from '../src/place.ts';
import { isSidePanel } from '../src/ui/is-side-panel.ts';
import { pagePlace } from './page-place.ts';

/** Where in the popup the person is: a panel, the message that is open in it, and the change that is wanted. */
export type Place = NonNullable<Awaited<ReturnType<typeof popupPlace.get>>>;

/** Where everybody begins, and where whoever signs out is brought back to. */
export const START: Place = { panel: 'today', message: null, wish: null };

/** Goes elsewhere in the popup; what is not named stays. */
export type Go = (change: Partial<Place>) => void;

interface PlaceOfPage {
  place: Place;
  go: Go;
  /** Notes that whoever was away is back. What another page has kept meanwhile stays. */
  comeBack(): void;
}

/**
 * Where the person is: the browser closes a popup that loses the focus, to Microsoft's window for one, and whoever
 * opens it again goes on where they were.
 */
export function usePlace(session: Session | null, first: Place): PlaceOfPage {
  const [kept, setPlace] = useState(first);
  const place = withoutStrangers(kept, session);
  const isSignedOut = session?.status === 'signed-out';

  const change = (make: (before: Place) => Place) => {
    setPlace((before) => {
      const next = make(before);
      // A place that cannot be kept is one click away.
      keep(next).catch(() => undefined);
      return next;
    });
  };

  useEffect(() => {
    // Whoever was away when the window closed is about to be brought back.
    if (isSignedOut) change(({ isAway }) => (isAway ? { ...START, isAway } : START));
  }, [isSignedOut]);

  return {
    place,
    go: (part) => change((before) => ({ ...withoutStrangers(before, session), ...part })),
    comeBack() {
      setPlace((before) => ({ ...before, isAway: false }));
      noteReturn().catch(() => undefined);
    },
  };
}

/** The place without a message or a wish of somebody who has been signed out. */
function withoutStrangers(place: Place, session: Session | null): Place {
  if (session?.status !== 'signed-in') return place;
  const isHere = (owned: { accountId: string } | null) =>
    owned === null || session.accounts.some(({ id }) => id === owned.accountId);
  if (isHere(place.message) && isHere(place.wish)) return place;
  return {
    ...place,
    message: isHere(place.message) ? place.message : null,
    wish: isHere(place.wish) ? place.wish : null,
  };
}

async function noteReturn(): Promise<void> {
  const kept = await pagePlace().get();
  if (kept?.isAway) await keep({ ...kept, isAway: false });
}

/** Nothing is kept of the beginning: whoever has signed out leaves nothing behind. */
function keep(place: Place): Promise<void> {
  // A panel that stays sees its wish through by itself; another one, in another window, must not do it again.
  const kept = isSidePanel() ? { ...place, wish: null } : place;
  const isBegun = kept.message !== null || kept.wish !== null || kept.isAway === true;
  const isStart = kept.panel === START.panel && !isBegun;
  return isStart ? pagePlace().remove() : pagePlace().set(kept);
}
