import { expect, it } from 'vitest';
import { monthName, shortTime, stripDay } from '../../popup/times.ts';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-03-04T15:00:00');

it('writes a date of another year as short as the language does', () => {
  expect(shortTime(at('2025-12-31T12:00:00'), now, 'de')).toBe('31.12.25');
});

it('writes the number of a day in the digits of the language', () => {
  expect(stripDay(now, 'ar-EG').date).toBe('٤');
});

it('begins a name with a capital as the language has it', () => {
  expect(monthName(at('2026-06-04T12:00:00'), now, 'az')).toBe('İyun');
});
