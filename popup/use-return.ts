import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Session } from '../src/contract.ts';
import { focusMeanwhile } from '../src/ui/keep-focus.ts';
import type { Act } from '../src/ui/use-session.ts';
import type { Go, Place } from './use-place.ts';

interface Options {
  place: Place;
  go: Go;
  comeBack(): void;
  act: Act;
}

/**
 * A page from which Microsoft's window was opened, and that is there for so long after it, stays: Chromium closes the
 * popup of before a moment after the window, and it is the next one that the person sees.
 */
const STAYING_MS = 1000;

/** What tells how Microsoft's window has ended, or what still stands in front of what it was opened for. */
const SAID = ':is(.pass, .obstacle, .quiet-card) h2';
const TAB = '[role=tab][aria-selected=true]';

/**
 * Gives the focus back to whoever comes from Microsoft's window, which closes the popup: to the words that tell how it
 * ended, or to the tab of the panel that now has what it was for. The actions that it gives open that window.
 */
export function useReturn(session: Session | null, { place, go, comeBack, act }: Options): Act {
  const status = session?.status;
  /** What this page has been through: Microsoft's window was opened from it, and the person has come back to it. */
  const own = useRef({ hasLeft: false, isBack: false });
  const staying = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLayoutEffect(() => {
    const { hasLeft, isBack } = own.current;
    // Only where it was this page that was left: several may be open, each at its own place.
    if (!place.isAway || status === undefined || status === 'signing-in') return;
    if (isBack) {
      // Something has been done here since, as by somebody who signs out at once: this page stays.
      clearTimeout(staying.current);
      comeBack();
      return;
    }
    bringBack();
    own.current.isBack = true;
    if (hasLeft) staying.current = setTimeout(comeBack, STAYING_MS);
    else comeBack();
  }, [status]);
  return (method, ...params) => {
    if (method === 'signIn') {
      clearTimeout(staying.current);
      own.current = { hasLeft: true, isBack: false };
      go({ isAway: true });
    }
    act(method, ...params);
  };
}

/** Whether there is anything to tell is known once the panel has been read. */
function bringBack(): void {
  const words = () => document.querySelector<HTMLElement>(SAID);
  const tab = document.querySelector<HTMLElement>(TAB);
  // That the window has closed may be known a moment before how it ended is.
  const element = tab ?? words() ?? document.querySelector('main');
  if (element) focusMeanwhile(element, words);
}
