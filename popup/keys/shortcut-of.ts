/** What a key does anywhere in the popup. */
export type Shortcut = 'search' | 'help' | 'close';

/** What is read of a `keydown`. */
interface Key extends Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'> {
  /** Whether it goes into a field. */
  isTyped: boolean;
}

const SHORTCUTS: Readonly<Record<string, Shortcut>> = { '/': 'search', '?': 'help', Escape: 'close' };

/** What a key stands for, or null. Both signs are read as they are written: on some keyboards they take Shift. */
export function shortcutOf({ key, altKey, ctrlKey, metaKey, isTyped }: Key): Shortcut | null {
  // With Alt Gr, which says Control and Alt, one writes on some keyboards what others have a key for.
  if (metaKey || ctrlKey !== altKey) return null;
  const shortcut = Object.hasOwn(SHORTCUTS, key) ? SHORTCUTS[key] : undefined;
  if (!shortcut || (isTyped && shortcut !== 'close')) return null;
  return shortcut;
}
