import { describe, expect, it } from 'vitest';
import { localeBeside, say, sayAll, sayCount, sayNumber } from '../../src/words.ts';

describe('The locale of dates and numbers', () => {
  it.each([
    ['en-GB', 'en-US', undefined],
    ['en-GB', 'en-AU', undefined],
    ['de', 'de-AT', undefined],
    ['de', 'de', undefined],
    ['en-GB', 'fr-FR', 'en-GB'],
    ['de', 'en-US', 'de'],
    ['ar-XB', 'en-GB', 'ar-XB'],
    // Norwegian has two names that look alike, and Filipino begins as Finnish does.
    ['fi', 'fil-PH', 'fi'],
    ['pt-BR', 'pt-PT', undefined],
  ])('is, with words in %s and a browser in %s, %s', (words, browser, locale) => {
    expect(localeBeside(words, browser)).toBe(locale);
  });
});

describe('A text with placeholders', () => {
  it('has the given values at their places', () => {
    expect(say('eventFromUntil', '09:00', '10:00', 'Stand-up')).toBe('09:00 – 10:00: Stand-up');
  });

  it.each([
    [0, '0 people found'],
    [1, '1 person found'],
    [2, '2 people found'],
    [1234, '1,234 people found'],
  ])('has for %i the right plural form', (count, text) => {
    expect(sayCount('peopleFound', count)).toBe(text);
  });

  it('writes numbers as the language does', () => {
    expect(sayNumber(1_234_567)).toBe('1,234,567');
  });

  it('joins several names as the language does', () => {
    expect(sayAll(['Ann'])).toBe('Ann');
    expect(sayAll(['Ann', 'Bob', 'Cleo'])).toMatch(/^Ann, Bob,? and Cleo$/);
    expect(sayAll(['Used 1', 'Renewed 2'], 'unit')).toBe('Used 1, Renewed 2');
  });
});
