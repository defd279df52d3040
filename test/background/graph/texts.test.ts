import { describe, expect, it } from 'vitest';
import { cutText, toLine, toParagraphs } from '../../../background/graph/texts.ts';

const FAMILY = '👩🏽‍👩🏽‍👧🏽‍👦🏽';

describe('A line of text', () => {
  it.each([
    ['as it was written', `Grüße 🌱 ${FAMILY} e\u0301`, `Grüße 🌱 ${FAMILY} e\u0301`],
    ['in one piece', 'one\r\n\ttwo\u2028three', 'one two three'],
    ['without what is never seen', ' a\u0000\u0007\u001B[31mb\u009F ', 'a[31mb'],
    ['in its own direction', 'photo\u202Egpj.exe\u2066', 'photogpj.exe'],
    ['without half a character', `\uD800half \uDC00`, 'half'],
    ['as nothing where there is nothing', '\u0000\n ', ''],
  ])('is shown %s (P4)', (_, text, shown) => {
    expect(toLine(text)).toBe(shown);
  });

  it.each([
    ['between letters', 'a'.repeat(10_000), 'a'.repeat(500)],
    ['before a family that is too large', `${'a'.repeat(495)}${FAMILY}`, 'a'.repeat(495)],
    ['before a letter with its accent', `${'a'.repeat(499)}e\u0301`, 'a'.repeat(499)],
    ['before a thumb with its colour', `${'a'.repeat(498)}👍🏽`, 'a'.repeat(498)],
    ['within a letter under a thousand accents', `e${'\u0301'.repeat(9_000)}`, `e${'\u0301'.repeat(499)}`],
    ['without a blank at its end', `${'a'.repeat(499)} b`, 'a'.repeat(499)],
  ])('ends %s if it is too long (P4)', (_, text, shown) => {
    expect(toLine(text)).toBe(shown);
  });
});

describe('Paragraphs', () => {
  it('keep their lines, and lose invisible characters', () => {
    const text = ' one\r\n\r\n\ttwo\u0000\u202E\rthree ';
    expect(toParagraphs(text, 100)).toEqual({ text: 'one\n\n\ttwo\nthree', isCut: false });
  });

  it('tell if they were cut', () => {
    expect(toParagraphs('abc', 3)).toEqual({ text: 'abc', isCut: false });
    expect(toParagraphs(`ab${FAMILY}`, 3)).toEqual({ text: 'ab', isCut: true });
  });
});

describe('A text', () => {
  it('is never cut within a character', () => {
    const characters = ['a', 'e\u0301', '👍🏽', '🇮🇹', FAMILY];
    const text = characters.join('').repeat(3);
    const ends = new Set([0]);
    for (const each of [...characters, ...characters, ...characters])
      ends.add(Math.max(...ends) + each.length);
    for (let longest = 1; longest < text.length; longest += 1) {
      expect(ends).toContain(cutText(text, longest).length);
    }
  });
});
