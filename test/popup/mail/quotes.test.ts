import fc from 'fast-check';
import { expect, it } from 'vitest';
import { separateQuotes } from '../../../popup/mail/quotes.ts';

const lines = (...all: string[]) => all.join('\n');
const quotesOf = (text: string) =>
  separateQuotes(text)
    .filter(({ isQuote }) => isQuote)
    .map(({ text: quote }) => quote);

it('sets quoted lines apart with the line that introduces them, in any language', () => {
  const text = lines('Yes.', '', 'Am 3. März schrieb Ada:', '> Kommst du?', '>', '> Ada', '', 'Bis dann');
  expect(separateQuotes(text)).toEqual([
    { text: 'Yes.\n', isQuote: false },
    { text: lines('Am 3. März schrieb Ada:', '> Kommst du?', '>', '> Ada'), isQuote: true },
    { text: '\nBis dann', isQuote: false },
  ]);
});

it('knows the introduction with an empty line under it', () => {
  expect(quotesOf(lines('No.', 'On Monday, Ada wrote:', '', '> Well?'))).toEqual([
    lines('On Monday, Ada wrote:', '', '> Well?'),
  ]);
});

it('sets the earlier messages apart that Outlook puts below', () => {
  const earlier = lines('________________________________', 'From: Ada', 'Sent: Monday', '', 'Well?');
  expect(quotesOf(lines('No.', '', earlier))).toEqual([earlier]);
});

it.each([
  ['says something with a colon and a greater-than sign', 'The answer:\na > b'],
  ['is nothing but quoted', 'Ada wrote:\n> Well?'],
  ['begins with a rule', '________________________________\nMenu of the week'],
  ['is empty', ''],
])('leaves a text alone that %s', (_, text) => {
  expect(separateQuotes(text)).toEqual([{ text, isQuote: false }]);
});

it('leaves nothing out', () => {
  const line = fc.constantFrom('', '>', '> so', 'Ada wrote:', 'Well', '_'.repeat(32));
  fc.assert(
    fc.property(fc.array(line), (all) => {
      const text = lines(...all);
      expect(separateQuotes(text).map((passage) => passage.text)).toEqual(
        expect.arrayContaining([expect.any(String)]),
      );
      expect(lines(...separateQuotes(text).map((passage) => passage.text))).toBe(text);
    }),
  );
});
