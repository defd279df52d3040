import type { MessageSummary } from '../../src/data/mail.ts';
import { pastHeading, startOfDay, startOfMonth } from '../times.ts';

/** Messages that stand under one heading, from the one with that index on. */
export interface Group {
  first: number;
  heading: string;
}

const WEEK_DAYS = 7;

/** The messages, newest first, by day; what is older than a week by month. */
export function groupByTime(messages: readonly MessageSummary[], now: number, locale?: string): Group[] {
  const groups: Group[] = [];
  let begin = Number.POSITIVE_INFINITY;
  messages.forEach(({ receivedAt }, index) => {
    if (receivedAt >= begin) return;
    begin = beginOf(receivedAt, now);
    groups.push({ first: index, heading: pastHeading(receivedAt, now, locale) });
  });
  return groups;
}

/** Whether the heading above a message names its day, and not only its month. */
export function isUnderDay(at: number, now: number): boolean {
  return at >= startOfDay(now, 1 - WEEK_DAYS);
}

/** When the stretch of time began that has one heading with that time. */
function beginOf(at: number, now: number): number {
  // A clock that is off brings messages from the future.
  return isUnderDay(at, now) ? startOfDay(Math.min(at, now)) : startOfMonth(at);
}
