import { expect, it } from 'vitest';
import { createTokenCache } from '../../../background/auth/token-cache.ts';

function storageWith(key: string, value: string) {
  const { storage } = createTokenCache();
  storage.setItem(key, value);
  return storage;
}

it('The storage that MSAL is given has its entries and its methods, and nothing else', () => {
  const storage = storageWith('a', '1');
  expect(['a', 'getItem', 'b', Symbol.iterator].map((key) => key in storage)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('The storage that MSAL is given shows an entry as a property that can be changed', () => {
  const storage = storageWith('a', '1');
  expect(Reflect.get(storage, 'a')).toBe('1');
  expect(Object.getOwnPropertyDescriptor(storage, 'a')).toEqual({
    value: '1',
    configurable: true,
    enumerable: true,
    writable: true,
  });
  expect(Object.getOwnPropertyDescriptor(storage, 'b')).toBeUndefined();
  expect(Reflect.get(storage, Symbol.iterator)).toBeUndefined();
});
