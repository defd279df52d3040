import { describe, expect, it } from 'vitest';
import { splitMatches } from '../../src/matches.ts';

/** A name with what matches in brackets. */
const marked = (name: string, typed: string) =>
  splitMatches(name, typed)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('');

describe('A name in the search results', () => {
  it.each([
    ['Mira Halloran', 'mi', '[Mi]ra Halloran'],
    ['Mira Halloran', 'hal mi', '[Mi]ra [Hal]loran'],
    ['Mira Halloran', 'loran', 'Mira Halloran'],
    ['Mira Halloran', '', 'Mira Halloran'],
    ['Tomáš Wren', 'tomas', '[Tomáš] Wren'],
    ['Toma\u0301s\u030C Wren', 'tomas', '[Toma\u0301s\u030C] Wren'],
    ['Tomas Wren', 'Tomáš', '[Tomas] Wren'],
    ['Ann-Marie O’Neill', 'mar nei', 'Ann-[Mar]ie O’[Nei]ll'],
    ['Jo Jonas', 'jo jona', '[Jo] [Jona]s'],
    ['𝒜da 🌿 Fern', 'fe', '𝒜da 🌿 [Fe]rn'],
    ['<mark>Eve</mark>', 'eve', '<mark>[Eve]</mark>'],
  ])('"%s" has its match with "%s" marked as "%s"', (name, typed, expected) => {
    expect(marked(name, typed)).toBe(expected);
  });

  it('is complete when its pieces are joined', () => {
    const odd = 'İstanbul ﬁnch ß \u202Eevil\u202C \uD83C';
    const pieces = splitMatches(odd, 'istanbul finch ss evil');
    expect(pieces.map(({ text }) => text).join('')).toBe(odd);
  });

  it('is processed in a moment, at any length', () => {
    const name = 'aá '.repeat(4000);
    expect(
      splitMatches(name, 'a'.repeat(200))
        .map(({ text }) => text)
        .join(''),
    ).toBe(name);
  });
});
