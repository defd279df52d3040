import fc from 'fast-check';
import { expect, it } from 'vitest';
import { separateQuotes } from '../../../popup/mail/quotes.ts';

const lines = (...all: string[]) => all.join('\n');
const quotesOf = (text: string) =>
  separateQuotes(text)
    .filter(({ isQuote }) => isQuote)
    .map(({ text: quote }) => quote);

it('separates quoted lines with their introduction, in any language', () => {
  const text = lines('Yes.', '', 'Am 3. März schrieb Ada:', '> Kommst du?', '>', '> Ada', '', 'Bis dann');
  expect(separateQuotes(text)).toEqual([
    { text: 'Yes.\n', isQuote: false },
    { text: lines('Am 3. März schrieb Ada:', '> Kommst du?', '>', '> Ada'), isQuote: true },
    { text: '\nBis dann', isQuote: false },
  ]);
});

it('recognises an introduction before an empty line', () => {
  expect(quotesOf(lines('No.', 'On Monday, Ada wrote:', '', '> Well?'))).toEqual([
    lines('On Monday, Ada wrote:', '', '> Well?'),
  ]);
});

it('separates the earlier messages that Outlook appends', () => {
  const head = lines('From: Ada', 'Sent: Monday', '', 'Well?');
  const underRule = lines('________________________________', head);
  expect(quotesOf(lines('No.', '', head))).toEqual([head]);
  expect(quotesOf(lines('No.', '', underRule))).toEqual([underRule]);
});

it.each([
  ['says something with a colon and a greater-than sign', 'The answer:\na > b'],
  ['speaks of where it comes from', 'Trains:\nFrom: Kings Cross\nat nine'],
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
      expect(lines(...separateQuotes(text).map((passage) => passage.text))).toBe(text);
    }),
  );
});
