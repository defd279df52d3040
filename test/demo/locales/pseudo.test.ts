import { expect, it } from 'vitest';
import { pseudoLocale } from '../../../demo/locales/pseudo.ts';
import english from '../../../src/_locales/en/messages.json' with { type: 'json' };

const pseudo = pseudoLocale(english);
const lengthOf = (texts: { message: string }[]) =>
  texts
    .map(({ message }) => message.replace(/[\u202C\u202E\u2067\u2069⟦⟧]/g, '').length)
    .reduce((sum, one) => sum + one);

it('makes every text longer by a third at least and by a half at most', () => {
  const growth = lengthOf(Object.values(pseudo)) / lengthOf(Object.values(english));
  expect(growth).toBeGreaterThan(1.33);
  expect(growth).toBeLessThan(1.5);
});

it('puts every text between brackets and changes every letter', () => {
  expect(pseudo.signIn?.message).toBe('⟦\u2067\u202EŠîîĝñ îîñ\u202C\u2069⟧');
});

it('keeps names and numbers in their own direction', () => {
  const entry = { message: 'To $value$ now', placeholders: { value: { content: '$1' } } };
  const disguised = pseudoLocale({ entry }).entry;
  expect(disguised?.message).toBe('⟦\u2067\u202EŢöö \u202C\u2069$value$\u2067\u202E ñööŵ\u202C\u2069⟧');
  expect(disguised?.placeholders).toEqual(entry.placeholders);
});

it('writes the mirrored language from right to left', () => {
  expect(pseudo.textDirection?.message).toBe('rtl');
});
