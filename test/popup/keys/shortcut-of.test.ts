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
  ])('"%s" stands for %s', (key, shortcut) => {
    expect(shortcutOf({ ...plain, key })).toBe(shortcut);
  });

  it('is what it is in a field, save the one that closes', () => {
    expect(shortcutOf({ ...plain, key: '/', isTyped: true })).toBeNull();
    expect(shortcutOf({ ...plain, key: '?', isTyped: true })).toBeNull();
    expect(shortcutOf({ ...plain, key: 'Escape', isTyped: true })).toBe('close');
  });

  it.each(['altKey', 'ctrlKey', 'metaKey'])('with %s is left to the browser', (modifier) => {
    expect(shortcutOf({ ...plain, key: '/', [modifier]: true })).toBeNull();
  });

  it('is taken with Alt Gr, by which some keyboards write it', () => {
    expect(shortcutOf({ ...plain, key: '?', altKey: true, ctrlKey: true })).toBe('help');
  });
});
