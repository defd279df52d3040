import { expect, it } from 'vitest';
import { wordAbout } from '../../src/word-names.ts';

it.each([
  ['mail-list', 'mailListTitle'],
  ['refresh-token-expired', 'refreshTokenExpiredTitle'],
  ['User.ReadBasic.All', 'userReadBasicAllTitle'],
  ['offline', 'offlineTitle'],
])('The words about %s are called %s', (name, word) => {
  expect(wordAbout(name, 'Title')).toBe(word);
});
