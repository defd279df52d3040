import { describe, expect, it } from 'vitest';
import { createTokenCache } from '../../../background/auth/token-cache.ts';

describe('The storage that MSAL is given', () => {
  it('lists its keys like a real Storage', () => {
    const { storage } = createTokenCache();
    storage.setItem('b', '2');
    storage.setItem('a', '1');
    expect(Object.keys(storage)).toEqual(['b', 'a']);
    expect(Object.hasOwn(storage, 'a')).toBe(true);
    expect(Object.hasOwn(storage, 'getItem')).toBe(false);
    expect([storage.length, storage.key(1), storage.key(2)]).toEqual([2, 'a', null]);
  });

  it('keeps a value under any name, including those of its methods', () => {
    const { storage } = createTokenCache();
    storage.setItem('getItem', 'x');
    storage.setItem('__proto__', 'y');
    expect([storage.getItem('getItem'), storage.getItem('__proto__')]).toEqual(['x', 'y']);
    storage.removeItem('getItem');
    expect(storage.getItem('getItem')).toBeNull();
    storage.clear();
    expect(storage.length).toBe(0);
  });
});

describe('Its entries', () => {
  it('belong to one account at a time', () => {
    const cache = createTokenCache();
    const [mine, theirs] = [new Map([['k', 'mine']]), new Map([['k', 'theirs']])];
    cache.open(mine);
    cache.storage.setItem('new', '1');
    cache.open(theirs);
    expect(Object.entries(cache.storage)).toEqual([['k', 'theirs']]);
    expect(mine.get('new')).toBe('1');
  });
});
