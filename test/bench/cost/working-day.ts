import type { Handlers } from '../../../src/contract.ts';
import { HOUR, MINUTE, NINE, type WatchWorld } from '../../background/watch/with-watch.ts';
import { surroundings } from '../../fakes/fake-surroundings.ts';
import { minus, NOTHING, plus, type Traffic } from './costs.ts';

/** Nine hours of somebody at a desk, the same each time but for the lots that Lanyard draws. */
export const DAY = {
  hours: 9,
  openings: 20,
  mails: 30,
  readElsewhere: 3,
  meetings: 6,
  idleQuarters: 6,
} as const;

/** What the popup asks as it opens on Today. */
const OPENING = ['getProfile', 'getPresence', 'getInbox', 'getCalendar', 'getTasks', 'getFiles'] as const;

interface Moment {
  /** Milliseconds from the beginning of the day. */
  at: number;
  happens(): unknown;
}

/** So many moments, evenly over the day, and none on the hour. */
function spread(count: number, shift: number, happens: Moment['happens']): Moment[] {
  const step = (DAY.hours * HOUR) / count;
  return Array.from({ length: count }, (_, index) => ({ at: (index + shift) * step, happens }));
}

/** Puts six meetings into the day, before it begins. */
export function planMeetings(world: WatchWorld): void {
  const person = world.someone('member');
  [1, 2, 4.5, 5.5, 6.5, 8].forEach((hour, index) => {
    const start = NINE + hour * HOUR;
    world.tenant.control.invite(person, {
      ...{ subject: `Meeting ${index + 1}`, start, minutes: 30, isTeams: true, answer: 'accepted' },
    });
  });
}

/** Opens the popup, which wakes the background, and reads what it shows. Gives what that has cost. */
async function openPopup(world: WatchWorld, accountId: string): Promise<Traffic> {
  await world.wakeUp();
  const before = { ...world.network.graph };
  const { handlers } = world.background;
  await handlers.getSession();
  const ask = (name: (typeof OPENING)[number]) => (handlers as Pick<Handlers, typeof name>)[name](accountId);
  const replies = await Promise.all(OPENING.map(ask));
  const failed = replies.find((reply) => reply.kind === 'obstacle');
  if (failed) throw new Error(`An opening failed: ${JSON.stringify(failed)}`);
  return minus(world.network.graph, before);
}

/** Lives through the day, from alarm to alarm. Gives what the openings have cost of it. */
export async function liveDay(world: WatchWorld, accountId: string): Promise<Traffic> {
  const { control } = world.tenant;
  const person = world.someone('member');
  const begin = Date.now();
  let opened = NOTHING;
  const open = async () => {
    opened = plus(opened, await openPopup(world, accountId));
  };
  const away = () => {
    surroundings.idle = 'idle';
  };
  const back = async () => {
    surroundings.idle = 'active';
    await world.wakeUp();
    await world.happen(() => surroundings.onIdle.fire('active'));
  };
  const absence = (at: number, ms: number) => [
    { at, happens: away },
    { at: at + ms, happens: back },
  ];
  const moments: Moment[] = [
    ...spread(DAY.openings, 0.4, open),
    ...spread(DAY.mails, 0.7, () => control.deliverMail(person)),
    ...spread(DAY.readElsewhere, 0.5, () => control.readMail(person)),
    ...absence(3 * HOUR, HOUR),
    ...[0.6, 1.7, 2.6, 5.1, 6.2, 7.4].flatMap((hour) => absence(hour * HOUR, 15 * MINUTE)),
    { at: 4.1 * HOUR, happens: () => control.moveMeeting(person, 'Meeting 5', NINE + 7 * HOUR) },
    { at: 5 * HOUR, happens: () => control.cancelMeeting(person, 'Meeting 6') },
    { at: DAY.hours * HOUR, happens: () => undefined },
  ];
  for (const { at, happens } of moments.sort((one, other) => one.at - other.at)) {
    await world.live(begin + at - Date.now());
    await happens();
  }
  return opened;
}
