/** The time of day: "14:05". `at` is epoch milliseconds. */
export function clockTime(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
}
