import { wordLocale } from '../words.ts';

/** A formatter takes longer to make than a list of dates to write. */
const formats = new Map<string, Intl.DateTimeFormat>();
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

/** A formatter of dates, made once. */
export function dateFormat(
  options: Intl.DateTimeFormatOptions,
  locale: string | undefined = wordLocale(),
): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** A formatter of days ago and to come, made once: "yesterday", "in 3 days". */
export function relativeFormat(
  options: Intl.RelativeTimeFormatOptions,
  locale: string | undefined = wordLocale(),
) {
  const key = JSON.stringify([locale, options]);
  const format = relativeFormats.get(key) ?? new Intl.RelativeTimeFormat(locale, options);
  relativeFormats.set(key, format);
  return format;
}

/** The time of day: "14:05". `at` is epoch milliseconds. */
export function clockTime(at: number, locale?: string): string {
  return dateFormat({ timeStyle: 'short' }, locale).format(at);
}
