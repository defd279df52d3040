import browser from 'webextension-polyfill';
import type messages from './_locales/en/messages.json';

/** The name of a text in `_locales`; a name that is not there does not compile. */
export type WordKey = keyof typeof messages;

/** The text of that name in the browser's language, with `$1`… filled in. */
export function say(key: WordKey, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}
