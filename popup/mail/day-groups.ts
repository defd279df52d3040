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

/** When the stretch of time began that has one heading with that time. */
function beginOf(at: number, now: number): number {
  const isRecent = at >= startOfDay(now, 1 - WEEK_DAYS);
  // A clock that is off brings messages from the future.
  return isRecent ? startOfDay(Math.min(at, now)) : startOfMonth(at);
}
