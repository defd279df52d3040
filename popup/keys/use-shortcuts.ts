import { useEffect } from 'preact/hooks';
import type { Go, Place } from '../use-place.ts';
import { shortcutOf } from './shortcut-of.ts';
import { showShortcuts } from './show-shortcuts.ts';

/** Fields in which a letter is a letter. */
const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select';
/** The browser closes these itself. */
const CLOSED_BY_BROWSER = 'dialog[open], :popover-open';

/** Listens for the keys that do something anywhere in the popup, while it is there. */
export function useShortcuts({ panel, message }: Place, go: Go): void {
  const isMessageOpen = panel === 'mail' && message !== null;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, altKey, ctrlKey, metaKey, target } = event;
      if (event.defaultPrevented || document.querySelector(CLOSED_BY_BROWSER)) return;
      const isTyped = target instanceof Element && target.matches(FIELDS);
      const shortcut = shortcutOf({ key, altKey, ctrlKey, metaKey, isTyped });
      const isDone =
        (shortcut === 'help' && showShortcuts()) ||
        (shortcut === 'search' && search(go)) ||
        (shortcut === 'close' && (closeDetails() || (isMessageOpen && leave(go))));
      // Otherwise Firefox begins to look for what is typed, and Escape closes the popup.
      if (isDone) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isMessageOpen, go]);
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
