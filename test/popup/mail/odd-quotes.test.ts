import { expect, it } from 'vitest';
import { separateQuotes } from '../../../popup/mail/quotes.ts';

const lines = (...all: string[]) => all.join('\n');
const RULE = '_'.repeat(32);
const own = (text: string) => ({ text, isQuote: false });
const quote = (text: string) => ({ text, isQuote: true });

it.each<[string, string, ReturnType<typeof own>[]]>([
  [
    'the rule with which a text begins is its own, and the next one begins a quote',
    lines(RULE, 'Menu', RULE, 'Soup'),
    [own(lines(RULE, 'Menu')), quote(lines(RULE, 'Soup'))],
  ],
  [
    'a rule may have blanks around it',
    lines('No.', `  ${RULE} `, 'Well?'),
    [own('No.'), quote(lines(`  ${RULE} `, 'Well?'))],
  ],
  [
    'a line above a quote is no introduction without a colon',
    lines('Hello', 'Yes', '> so'),
    [own(lines('Hello', 'Yes')), quote('> so')],
  ],
  [
    'an empty line above a quote is no part of it',
    lines('Hello', '', '> so'),
    [own('Hello\n'), quote('> so')],
  ],
  [
    'an empty line between two quoted lines is quoted',
    lines('Hello', '> one', '', '> two'),
    [own('Hello'), quote(lines('> one', '', '> two'))],
  ],
  [
    'a line of blanks between two quoted lines is quoted',
    lines('Hello', '> one', '  ', '> two'),
    [own('Hello'), quote(lines('> one', '  ', '> two'))],
  ],
  [
    'an empty line below a quote is no part of it',
    lines('> one', '', 'Hello'),
    [quote('> one'), own('\nHello')],
  ],
  [
    'a line of blanks may stand below an introduction',
    lines('No.', 'Ada wrote:', '  ', '> Well?'),
    [own('No.'), quote(lines('Ada wrote:', '  ', '> Well?'))],
  ],
  [
    'two empty lines below an introduction end it',
    lines('No.', 'Ada wrote:', '', '', '> Well?'),
    [own(lines('No.', 'Ada wrote:', '', '')), quote('> Well?')],
  ],
  [
    'a quote under empty lines is all that there is to read',
    lines('', '  ', '> Well?'),
    [own(lines('', '  ', '> Well?'))],
  ],
])('tells a quote from the answer: %s', (_what, text, passages) => {
  expect(separateQuotes(text)).toEqual(passages);
});
