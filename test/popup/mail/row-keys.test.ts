import { expect, it } from 'vitest';
import { rowAfter } from '../../../popup/mail/row-keys.ts';

it.each([
  ['ArrowDown', 5, 6],
  ['ArrowUp', 5, 4],
  ['PageDown', 5, 12],
  ['PageUp', 8, 1],
  ['Home', 5, 0],
  ['End', 5, 19],
  ['ArrowDown', 19, 19],
  ['ArrowUp', 0, 0],
  ['PageDown', 18, 19],
  ['Tab', 5, null],
])('moves on %s from row %i to %s', (key, from, to) => {
  expect(rowAfter(key, from, 20, 7)).toBe(to);
});

it('moves nowhere in an empty list', () => {
  expect(rowAfter('End', 0, 0, 7)).toBeNull();
});
