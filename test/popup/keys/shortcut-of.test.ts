import { describe, expect, it } from 'vitest';
import { shortcutOf } from '../../../popup/keys/shortcut-of.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false, isTyped: false };

describe('A key', () => {
  it.each([
    ['/', 'search'],
    ['?', 'help'],
    ['Escape', 'close'],
    ['a', null],
    ['constructor', null],
  ])('"%s" means %s', (key, shortcut) => {
    expect(shortcutOf({ ...plain, key })).toBe(shortcut);
  });

  it('is typed into a field, except the one that closes', () => {
    expect(shortcutOf({ ...plain, key: '/', isTyped: true })).toBeNull();
    expect(shortcutOf({ ...plain, key: '?', isTyped: true })).toBeNull();
    expect(shortcutOf({ ...plain, key: 'Escape', isTyped: true })).toBe('close');
  });

  it.each(['altKey', 'ctrlKey', 'metaKey'])('is left to the browser with %s', (modifier) => {
    expect(shortcutOf({ ...plain, key: '/', [modifier]: true })).toBeNull();
  });

  it('works with Alt Gr, which some keyboards need for it', () => {
    expect(shortcutOf({ ...plain, key: '?', altKey: true, ctrlKey: true })).toBe('help');
  });
});
