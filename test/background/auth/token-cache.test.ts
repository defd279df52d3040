import { beforeEach, describe, expect, it } from 'vitest';
import { createTokenCache } from '../../../background/auth/token-cache.ts';
import { fake, resetFakeBrowser } from '../../fakes/fake-browser.ts';

beforeEach(resetFakeBrowser);

describe('The storage that MSAL is given', () => {
  it('lists its keys as a real Storage does', () => {
    const { storage } = createTokenCache();
    storage.setItem('b', '2');
    storage.setItem('a', '1');
    expect(Object.keys(storage)).toEqual(['b', 'a']);
    expect(Object.hasOwn(storage, 'a')).toBe(true);
    expect(Object.hasOwn(storage, 'getItem')).toBe(false);
    expect([storage.length, storage.key(1), storage.key(2)]).toEqual([2, 'a', null]);
  });

  it('keeps a value under any name, those of its methods too', () => {
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

describe('The cache behind it', () => {
  it('outlives the background once it is flushed', async () => {
    const before = createTokenCache();
    before.storage.setItem('k', 'v');
    await before.flush();
    const after = createTokenCache();
    await after.hydrate();
    expect(after.storage.getItem('k')).toBe('v');
  });

  it('leaves nothing in either place when it is wiped', async () => {
    const cache = createTokenCache();
    cache.storage.setItem('k', 'v');
    await cache.flush();
    await cache.wipe();
    expect(cache.storage.length).toBe(0);
    expect(fake.session.items).toEqual({});
  });

  it.each([['text'], [{ k: 1 }], [null], [7]])('takes a stored %j for an empty cache', async (value) => {
    fake.session.items = { tokenCache: value };
    const cache = createTokenCache();
    await cache.hydrate();
    expect(Object.keys(cache.storage)).toEqual([]);
  });

  it('goes back to a copy', () => {
    const cache = createTokenCache();
    cache.storage.setItem('kept', '1');
    const copy = cache.copy();
    cache.storage.setItem('kept', '2');
    cache.storage.setItem('new', '3');
    cache.restore(copy);
    expect(Object.entries(cache.storage)).toEqual([['kept', '1']]);
  });
});
