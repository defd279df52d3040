import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describeFound, describeHint } from '../../../background/omnibox/describe.ts';

/** XML 1.0 as the address bar reads it: characters, the five entities, and two elements with text in them. */
const TEXT = /(?:[^<>&\p{Cc}\p{Cs}\uFFFE\uFFFF]|&(?:amp|lt|gt|quot|apos);)/u.source;
const LINE = new RegExp(`^(?:${TEXT}|<match>${TEXT}+</match>|<dim>${TEXT}+</dim>)*$`, 'u');

const toText = (xml: string) =>
  xml
    .replace(/<\/?(?:match|dim)>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

const TURNS = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/;

/** What a stranger may call a file: anything, and of what does harm more than chance would bring. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '<match>',
        '</dim>',
        '<!DOCTYPE x [',
        ']]>',
        '&amp;',
        '&#0;',
        '"',
        "'",
        '\u202E',
        '\u2068',
        '\u200F',
        '\u0000',
        '\uD800',
        '\uDC00',
        '\uFFFE',
        '👩🏽‍🚒',
        'fern',
        ' ',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('x'.repeat(10_000), `e${'\u0301'.repeat(10_000)}`, '<'.repeat(10_000)),
);

describe('A suggestion in the address bar', () => {
  it('is well-formed XML for Chromium and short, for any name and any input', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, detail, typed) => {
        const line = describeFound({ title, detail }, typed, 'xml');
        expect(line).toMatch(LINE);
        expect(line).not.toMatch(TURNS);
        expect(toText(line).length).toBeLessThanOrEqual(170);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same as plain text for Firefox', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, detail, typed) => {
        const read = toText(describeFound({ title, detail }, typed, 'xml'));
        expect(describeFound({ title, detail }, typed, 'plain')).toBe(read);
      }),
    );
  });

  it('marks the typed text at the start of a word', () => {
    const found = { title: 'Fern & "moss" <notes>', detail: 'file in Seed bank' };
    expect(describeFound(found, 'fer no', 'xml')).toBe(
      '<match>Fer</match>n &amp; &quot;moss&quot; &lt;<match>no</match>tes&gt; <dim>– file in Seed bank</dim>',
    );
    expect(describeFound(found, 'fer', 'plain')).toBe('Fern & "moss" <notes> – file in Seed bank');
  });

  it('ends a long name with an ellipsis, without half a character', () => {
    const line = describeFound({ title: `${'a'.repeat(98)}👩🏽‍🚒👩🏽‍🚒`, detail: 'file' }, 'zz', 'xml');
    expect(toText(line)).toBe(`${'a'.repeat(98)}… – file`);
  });

  it("may be a sentence of Lanyard's own", () => {
    expect(describeHint('Search people & files', 'xml')).toBe('<dim>Search people &amp; files</dim>');
    expect(describeHint('Search people & files', 'plain')).toBe('Search people & files');
  });
});
