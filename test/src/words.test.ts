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
  ])('beside words in %s, in a browser in %s, is %s', (words, browser, locale) => {
    expect(localeBeside(words, browser)).toBe(locale);
  });
});

describe('Words', () => {
  it('have what is given in the places for it', () => {
    expect(say('eventFromUntil', '09:00', '10:00', 'Stand-up')).toBe('09:00 – 10:00: Stand-up');
  });

  it.each([
    [0, '0 people found'],
    [1, '1 person found'],
    [2, '2 people found'],
    [1234, '1,234 people found'],
  ])('for %i take the form that goes with it', (count, text) => {
    expect(sayCount('peopleFound', count)).toBe(text);
  });

  it('write numbers as the language does', () => {
    expect(sayNumber(1_234_567)).toBe('1,234,567');
  });

  it('name several things in one breath', () => {
    expect(sayAll(['Ann'])).toBe('Ann');
    expect(sayAll(['Ann', 'Bob', 'Cleo'])).toMatch(/^Ann, Bob,? and Cleo$/);
    expect(sayAll(['Used 1', 'Renewed 2'], 'unit')).toBe('Used 1, Renewed 2');
  });
});
