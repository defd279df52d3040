import { useLayoutEffect } from 'preact/hooks';
import type { Go, Place } from '../use-place.ts';
import { performShortcuts } from './listen-for-keys.ts';
import { showShortcuts } from './show-shortcuts.ts';

/**
 * Acts on the keys that do something anywhere in the popup, while it is there. `isKnown` says whether the popup knows
 * who is signed in; a search requested earlier waits until it does.
 */
export function useShortcuts({ panel, message }: Place, go: Go, isKnown: boolean): void {
  const isMessageOpen = panel === 'mail' && message !== null;
  // In the same turn as the drawing: a key that comes in between would be carried out by nobody.
  useLayoutEffect(() =>
    performShortcuts((shortcut) => {
      switch (shortcut) {
        case 'help':
          return showShortcuts();
        case 'search':
          return isKnown ? search(go) : null;
        case 'close':
          return closeDetails() || (isMessageOpen && leave(go));
      }
    }),
  );
}

/** To the field of the panel that is shown; from one without, to the search for people. */
function search(go: Go): boolean {
  const field = document.querySelector<HTMLInputElement>('[role=tabpanel]:not([hidden]) input[type=search]');
  if (field) field.select();
  else if (document.querySelector('[role=tab]')) {
    // From nowhere, or the panel would leave the focus where it is.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    go({ panel: 'people' });
  }
  return true;
}

/** Folds what the focus is in. */
function closeDetails(): boolean {
  const details = document.activeElement?.closest('details[open]');
  if (!details) return false;
  details.removeAttribute('open');
  details.querySelector('summary')?.focus();
  return true;
}

function leave(go: Go): boolean {
  go({ message: null });
  return true;
}
