import { ACTIVITIES, type Activity, type ActivityStep, STEP_MS } from '../src/ledger.ts';

/** A day in quarter hours, the one that is under way included. */
export const STEPS = 96;

/** What the picture shows, from the one time (epoch ms) up to the other. */
export interface Frame {
  from: number;
  until: number;
}

/** A quarter hour in which something happened. `left` is a part of the frame's width, `size` of the lane's height. */
export interface Bar {
  at: number;
  count: number;
  left: number;
  size: number;
}

/** A full hour on the axis; major ones stay where there is little room, and midnight is named by its day. */
export interface Tick {
  at: number;
  left: number;
  isMajor: boolean;
  isMidnight: boolean;
}

export type Totals = Record<Activity, number>;

/** The last 24 hours, in whole quarter hours. */
export function frameAt(now: number): Frame {
  const until = now - (now % STEP_MS) + STEP_MS;
  return { from: until - STEPS * STEP_MS, until };
}

/** The steps in the frame in which anything happened. */
export function stepsIn(steps: readonly ActivityStep[], { from, until }: Frame): ActivityStep[] {
  return steps.filter(
    (step) => step.from >= from && step.from < until && ACTIVITIES.some((each) => step[each] > 0),
  );
}

export function totalsOf(steps: readonly ActivityStep[]): Totals {
  const total = (kind: Activity) => steps.reduce((sum, step) => sum + step[kind], 0);
  return { token: total('token'), renewal: total('renewal'), window: total('window'), graph: total('graph') };
}

/** What happens once is still to be seen beside what happens a hundred times. */
const LEAST_SIZE = 0.22;

/** The bars of a lane. All lanes share one scale, by the root, so that few and many can be told apart in both. */
export function barsOf(steps: readonly ActivityStep[], kind: Activity, frame: Frame): Bar[] {
  const most = Math.max(1, ...steps.flatMap((step) => ACTIVITIES.map((each) => step[each])));
  return steps
    .filter((step) => step[kind] > 0)
    .map((step) => ({
      at: step.from,
      count: step[kind],
      left: partOf(step.from, frame),
      size: most === 1 ? 0.5 : LEAST_SIZE + (1 - LEAST_SIZE) * Math.sqrt((step[kind] - 1) / (most - 1)),
    }));
}

const TICK_HOURS = 3;
const MAJOR_HOURS = 6;
/** Nearer to the end than this, an hour would run into the word for now; nearer to the beginning, out of the picture. */
const ROOM = { before: 0.02, after: 0.86 };

/** Every third hour by the clock on the wall, be it a day of 23 or 25 of them. */
export function ticksOf(frame: Frame): Tick[] {
  return Array.from({ length: STEPS }, (_, index) => frame.from + index * STEP_MS)
    .map((at) => ({ at, date: new Date(at), left: partOf(at, frame) }))
    .filter(({ date }) => date.getMinutes() === 0 && date.getHours() % TICK_HOURS === 0)
    .filter(({ left }) => left >= ROOM.before && left <= ROOM.after)
    .map(({ at, date, left }) => ({
      at,
      left,
      isMajor: date.getHours() % MAJOR_HOURS === 0,
      isMidnight: date.getHours() === 0,
    }));
}

function partOf(at: number, { from, until }: Frame): number {
  return (at - from) / (until - from);
}
