import type { Person, Tenant } from '../../demo/tenant/index.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** The time of the oldest message, whose row says the whole date with two digits for day and month. */
export const lastYear = new Date(new Date().getFullYear() - 1, 10, 30, 22, 45).getTime();

/** Half past eleven in the evening of that day, here; days are counted from today. */
function lateOn(day: number): number {
  const today = new Date();
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + day, 23, 30).getTime();
}

/**
 * Puts into the person's mailbox what takes the most room, at any hour of the day: meetings that cross midnight into today
 * and out of it, one of several days, and one to join; more than 99 unread messages, and one from last year. The tenant
 * begins with overdue tasks and events of whole days.
 */
export function putWidestData({ control }: Tenant, person: Person): void {
  for (const day of [-1, 0, 1]) {
    control.invite(person, {
      subject: 'Night-blooming cereus: the watch',
      start: lateOn(day),
      minutes: HOUR,
    });
  }
  control.invite(person, { subject: 'Night train to Northmere', start: lateOn(-1), minutes: 2 * DAY + HOUR });
  const start = Date.now() - 5 * 60_000;
  const subject = 'Water lilies: what the frost has left of them, and who rakes the leaves';
  control.invite(person, { subject, start, minutes: 90, isTeams: true, answer: 'accepted' });
  control.deliverMail(person, 120);
  control.importMail(person, lastYear);
}
