import { expect, it } from 'vitest';
import { tabAfter } from '../../popup/tab-keys.ts';

const names = ['you', 'mail', 'calendar'];

it.each([
  ['ArrowRight', 'you', 'mail'],
  ['ArrowRight', 'calendar', 'you'],
  ['ArrowLeft', 'calendar', 'mail'],
  ['ArrowLeft', 'you', 'calendar'],
  ['Home', 'calendar', 'you'],
  ['End', 'you', 'calendar'],
  ['Home', 'you', 'you'],
])('moves on %s from %s to %s', (key, current, next) => {
  expect(tabAfter(names, current, key)).toBe(next);
});

it.each([
  ['ArrowRight', 'mail', 'you'],
  ['ArrowLeft', 'mail', 'calendar'],
  ['ArrowLeft', 'calendar', 'you'],
  ['Home', 'calendar', 'you'],
])('moves on %s from %s to %s in a right-to-left language', (key, current, next) => {
  expect(tabAfter(names, current, key, true)).toBe(next);
});

it.each(['Enter', ' ', 'Tab', 'ArrowDown', 'toString'])('leaves "%s" to the browser', (key) => {
  expect(tabAfter(names, 'you', key)).toBeNull();
});

it('begins at an end if the tab is unknown', () => {
  expect(tabAfter(names, 'gone', 'ArrowLeft')).toBe('calendar');
  expect(tabAfter(names, 'gone', 'ArrowRight')).toBe('you');
});

it('moves nowhere without tabs', () => {
  expect(tabAfter([], 'you', 'End')).toBeNull();
});
