import { type Shortcut, shortcutOf } from './shortcut-of.ts';

/** Fields in which a letter is a letter. */
const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select';
/** The browser closes these itself. */
const CLOSED_BY_BROWSER = 'dialog[open], :popover-open';

/** Carries out a shortcut. Returns true if it did something, and null if the popup cannot tell yet what it would do. */
export type Perform = (shortcut: Shortcut) => boolean | null;

let perform: Perform | null = null;
/** Shortcuts that were pressed before the popup could act on them, in order. */
let kept: Shortcut[] = [];

/**
 * Listens for the keys that do something anywhere in the popup. Call it in the first turn of the script: the browser
 * shows the popup, and sends it keys, before anything is drawn that could act on them.
 */
export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    const { key, altKey, ctrlKey, metaKey, target } = event;
    if (event.defaultPrevented || document.querySelector(CLOSED_BY_BROWSER)) return;
    const isTyped = target instanceof Element && target.matches(FIELDS);
    const shortcut = shortcutOf({ key, altKey, ctrlKey, metaKey, isTyped });
    if (shortcut === 'close') {
      // Escape takes back what has not been done. Otherwise it belongs to the browser, which closes the popup.
      kept = [];
      if (perform?.(shortcut)) event.preventDefault();
    } else if (shortcut) {
      // Otherwise Firefox begins to look for what is typed.
      event.preventDefault();
      // A key that is held down counts once.
      if (!event.repeat) kept.push(shortcut);
      actOnKept();
    }
  });
}

/** Has `next` carry out shortcuts from now on, and first those that were pressed before. Returns how to end that. */
export function performShortcuts(next: Perform): () => void {
  perform = next;
  actOnKept();
  return () => {
    perform = null;
  };
}

function actOnKept(): void {
  while (perform && kept[0]) {
    if (perform(kept[0]) === null) return;
    kept.shift();
  }
}
