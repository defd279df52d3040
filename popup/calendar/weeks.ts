import { startOfDay } from '../times.ts';

/** A week has seven days, not all of them of 24 hours. */
const DAYS = 7;

interface WeekInfo {
  firstDay?: number;
}

/** `getWeekInfo` is the method that the accessor `weekInfo` has become; Firefox has had neither for long. */
type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };

/** With which day a week begins where the reader is, 1 for Monday to 7 for Sunday; Monday where that is not known. */
export function firstDayOfWeek(locale = navigator.language): number {
  const place: LocaleWithWeek = new Intl.Locale(locale);
  return (place.getWeekInfo?.() ?? place.weekInfo)?.firstDay ?? 1;
}

/** The midnight here with which the week of a time begins; `weeks` later or earlier if wanted. */
export function startOfWeek(at: number, firstDay: number, weeks = 0): number {
  const sinceFirst = (new Date(at).getDay() - firstDay + DAYS) % DAYS;
  return startOfDay(at, weeks * DAYS - sinceFirst);
}

/** The midnights of a week, of which `start` is the first. */
export function daysOfWeek(start: number): number[] {
  return Array.from({ length: DAYS }, (_, at) => startOfDay(start, at));
}

/** A day as it is here: `2026-03-01`. */
export function dayKey(at: number): string {
  const date = new Date(at);
  const pad = (part: number, length: number) => String(part).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

/** To which day a key leads from another in a strip of seven; null where it leads nowhere. */
export function dayAfter(key: string, from: number, week: number, isRightToLeft: boolean): number | null {
  const forth = isRightToLeft ? -1 : 1;
  switch (key) {
    case 'ArrowRight':
      return startOfDay(from, forth);
    case 'ArrowLeft':
      return startOfDay(from, -forth);
    case 'PageDown':
      return startOfDay(from, DAYS);
    case 'PageUp':
      return startOfDay(from, -DAYS);
    case 'Home':
      return week;
    case 'End':
      return startOfDay(week, DAYS - 1);
    default:
      return null;
  }
}
