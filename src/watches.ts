import * as v from 'valibot';
import { type Obstacle, ObstacleShape } from './obstacles.ts';
import type { Purpose } from './purposes.ts';

interface WatchEntry {
  /** What the data is for, which decides what it takes to see it. */
  purpose: Purpose;
  /** What the browser has to allow for it besides. */
  browserPermission?: 'notifications';
}

/**
 * What Lanyard looks for while nobody looks at it, for an account: how many messages are unread, for the number on the
 * icon; which meetings come, to remind of them. Each is off until a person turns it on.
 */
export const WATCHES = {
  unread: { purpose: 'mail-list' },
  meetings: { purpose: 'calendar', browserPermission: 'notifications' },
} as const satisfies Record<string, WatchEntry>;

export type WatchName = keyof typeof WATCHES;

export const WATCH_NAMES = Object.keys(WATCHES).filter(isWatch);

function isWatch(name: string): name is WatchName {
  return Object.hasOwn(WATCHES, name);
}

export const WatchNameShape = v.picklist(WATCH_NAMES);

/** How a watch stands: `obstacle` is what keeps it from its data, `lookedAt` when it last had an answer (epoch ms). */
export interface WatchState {
  isOn: boolean;
  obstacle: Obstacle | null;
  lookedAt: number | null;
}

/** All watches of an account. */
export type Watching = Record<WatchName, WatchState>;

/** Why a watch came to nothing, as it is kept between two looks. */
export const WatchObstaclesShape = v.partial(
  v.object({ unread: ObstacleShape, meetings: ObstacleShape } satisfies Record<
    WatchName,
    typeof ObstacleShape
  >),
);
