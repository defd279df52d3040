import browser from 'webextension-polyfill';
import type messages from './_locales/en/messages.json';

/** The name of a text in `_locales`; a name that is not there does not compile. */
export type WordKey = keyof typeof messages;

/** The name of a text with a number in it, of which there is one for each plural form: `…_one`, `…_other`. */
export type CountKey = WordKey extends infer Key ? (Key extends `${infer Name}_other` ? Name : never) : never;

/** The text of that name in the browser's language, with `$1`… filled in. */
export function say(key: WordKey, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** The text in the form that goes with this number, which takes the place of `$1`. */
export function sayCount(name: CountKey, count: number): string {
  const form = new Intl.PluralRules(say('languageTag')).select(count);
  // A language has the forms of its own, and of English's not always all; a unit test sees to it.
  return browser.i18n.getMessage(`${name}_${form}`, [sayNumber(count)]);
}

/** What somebody else has written, for a place in our own words: neither has the other's direction (UAX #9). */
export function apart(text: string): string {
  return `\u2068${text}\u2069`;
}

/** A number as one writes it. */
export function sayNumber(count: number): string {
  return new Intl.NumberFormat(wordLocale()).format(count);
}

/** All of them in one text: "one, two and three"; without the "and" where nothing is said of them together. */
export function sayAll(parts: readonly string[], type: 'conjunction' | 'unit' = 'conjunction'): string {
  return new Intl.ListFormat(wordLocale(), { type, style: 'long' }).format(parts);
}

let known: { locale: string | undefined } | null = null;

/** In what locale dates and numbers stand beside our words; undefined for the browser's own. */
export function wordLocale(): string | undefined {
  known ??= { locale: localeBeside(say('languageTag'), new Intl.DateTimeFormat().resolvedOptions().locale) };
  return known.locale;
}

/**
 * The browser's own locale where it is of the same language, so that a Briton gets British dates and an Austrian
 * Austrian ones; else that of the words, for "Gestern" under an English heading helps nobody.
 */
export function localeBeside(languageTag: string, browserLocale: string): string | undefined {
  const languageOf = (tag: string) => new Intl.Locale(tag).language;
  return languageOf(languageTag) === languageOf(browserLocale) ? undefined : languageTag;
}
