import { type InTheWay, inTheWay } from '../src/in-the-way.ts';
import { type Obstacle, presentObstacle } from '../src/obstacles.ts';
import { WATCHES, type WatchName, type WatchState } from '../src/watches.ts';
import { say, type WordKey } from '../src/words.ts';
import { timeAndDay } from './times.ts';

/** What each watch is called, what a person gets for it, and what they give. */
export const GLANCES: Record<WatchName, { title: WordKey; text: WordKey }> = {
  unread: { title: 'glanceUnread', text: 'glanceUnreadText' },
  meetings: { title: 'glanceMeetings', text: 'glanceMeetingsText' },
};

/**
 * What stands in front of a watch: how the last click on its card ended (`said`), and what keeps it from its data.
 * Nothing does while it is off.
 */
export function inFrontOf(watch: WatchName, state: WatchState, said: Obstacle | undefined): InTheWay {
  if (!state.isOn) return { notice: null, barrier: null, isOutdated: false };
  const { purpose } = WATCHES[watch];
  const { obstacle, lookedAt } = state;
  const known = lookedAt === null ? null : ({ kind: 'ready', data: null, readAt: lookedAt } as const);
  const reply = obstacle ? ({ kind: 'obstacle', obstacle } as const) : known;
  return inTheWay(said?.purpose === purpose ? said : undefined, reply, purpose);
}

/** How a watch stands, in words: "On, last look at 10:42". */
export function sayState({ isOn, lookedAt }: WatchState, barrier: Obstacle | null, now: number): string {
  if (!isOn) return say('glanceOff');
  if (barrier) {
    const passes = presentObstacle(barrier.reason).silence === 'later';
    return say(passes ? 'glanceWaits' : 'glanceWaitsForYou');
  }
  return lookedAt === null ? say('glanceOn') : say('glanceOnSince', timeAndDay(lookedAt, now));
}
