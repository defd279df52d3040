import { say } from '../words.ts';

/** Tells the browser, and whoever has the page read out, in what language it is and to which side it is written. */
export function setPageLanguage({ documentElement }: Document = document): void {
  documentElement.lang = say('languageTag');
  documentElement.dir = say('textDirection');
}
