import { useLayoutEffect } from 'preact/hooks';
import type { Session } from '../src/contract.ts';
import { focusMeanwhile } from '../src/ui/keep-focus.ts';
import type { Act } from '../src/ui/use-session.ts';
import type { Go, Place } from './use-place.ts';

interface Options {
  place: Place;
  go: Go;
  act: Act;
}

/** What tells how Microsoft's window has ended, or what still stands in front of what it was opened for. */
const SAID = ':is(.pass, .obstacle, .quiet-card) h2';
const TAB = '[role=tab][aria-selected=true]';

/**
 * Gives the focus back to whoever comes from Microsoft's window, which closes the popup: to the words that tell how it
 * ended, or to the tab of the panel that now has what it was for. The actions that it gives open that window.
 */
export function useReturn(session: Session | null, { place, go, act }: Options): Act {
  const status = session?.status;
  useLayoutEffect(() => {
    // Only where it was this page that was left: several may be open, each at its own place.
    if (!place.isAway || status === undefined || status === 'signing-in') return;
    go({ isAway: false });
    bringBack();
  }, [status]);
  return (method, ...params) => {
    if (method === 'signIn') go({ isAway: true });
    act(method, ...params);
  };
}

/** Whether there is anything to tell is known once the panel has been read. */
function bringBack(): void {
  const words = () => document.querySelector<HTMLElement>(SAID);
  const tab = document.querySelector<HTMLElement>(TAB);
  const element = tab ?? words();
  if (element) focusMeanwhile(element, words);
}
