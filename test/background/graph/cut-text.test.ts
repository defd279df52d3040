import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cutText, nullableLine, toLine, toParagraphs } from '../../../background/graph/texts.ts';

const FAMILY = '👩🏽‍👩🏽‍👧🏽‍👦🏽';

describe('A text that is cut', () => {
  it('is empty if not even its first character fits', () => {
    expect(cutText(FAMILY, 1)).toBe('');
    expect(cutText('👍🏽', 1)).toBe('');
  });

  it('loses half a character only where it ends', () => {
    expect(cutText('\uD800abc👍🏽', 4)).toBe('\uD800abc');
  });

  it('is left as it is if it is short enough, whatever is in it', () => {
    expect(cutText('ab\uD800', 3)).toBe('ab\uD800');
    expect(cutText('ab\uD800', 4)).toBe('ab\uD800');
  });
});

describe('A line', () => {
  it('is looked for in the first 2,000 characters, and no further', () => {
    expect(toLine(`${'\u0000'.repeat(1999)}a`)).toBe('a');
    expect(toLine(`${'\u0000'.repeat(2000)}a`)).toBe('');
  });

  it('is absent if no character of it is left', () => {
    for (const text of [null, undefined, '', ' \n ', '\u202E']) {
      expect(v.parse(nullableLine, text)).toBeNull();
    }
    expect(v.parse(nullableLine, ' Ferns ')).toBe('Ferns');
  });
});

describe('Paragraphs', () => {
  it('begin and end with something to read', () => {
    expect(toParagraphs('\n\n Ferns\n and moss \r', 100)).toEqual({ text: 'Ferns\n and moss', isCut: false });
  });
});
