import { relativeFormat } from '../../src/ui/times.ts';
import { dayHeading, daysBetween, shortTime } from '../times.ts';
import { type DueGroupName, midnightOf } from './due-groups.ts';

/** A due day as one says it: "3 days ago", "Yesterday", "Today", "Friday", "3 Mar". */
export function dueWords(day: string, now: number, locale?: string): string {
  const at = midnightOf(day);
  const days = daysBetween(now, at);
  if (days < -1 && days > -7) return relativeFormat({}, locale).format(days, 'day');
  if (days >= 0 && days < 7) return dayHeading(at, now, locale).name;
  return shortTime(at, now, locale);
}

/** Under a heading that names the day itself, a row need not. */
export function saysItsDay(group: DueGroupName): boolean {
  return group === 'today' || group === 'tomorrow' || group === 'no-date';
}
