import { isAboutConsent } from '../../src/in-the-way.ts';
import { type Obstacle, presentObstacle } from '../../src/obstacles.ts';
import type { Reading } from '../data/use-reading.ts';

/**
 * How a part of the page stands: there is something to show; it is being read; it waits for a permission; it could not
 * be read; the account itself has to do with Microsoft first.
 */
export type Standing = 'shown' | 'waiting' | 'offered' | 'failed' | 'barred';

/** The panels that the page has a part of, in its order. */
const SOURCES = ['calendar', 'mail', 'tasks', 'files'] as const;
export type Source = (typeof SOURCES)[number];

type Known = Pick<Reading<unknown>, 'data' | 'obstacle'>;

export function standingOf({ data, obstacle }: Known): Standing {
  if (data !== null) return 'shown';
  if (!obstacle) return 'waiting';
  if (isAboutConsent(obstacle)) return 'offered';
  return isAccountWide(obstacle) ? 'barred' : 'failed';
}

/** What is said once for the whole page: what keeps the account out, or what has failed in every part alike. */
export function sharedObstacle(parts: readonly Known[]): Obstacle | null {
  const barred = parts.find((part) => standingOf(part) === 'barred');
  if (barred) return barred.obstacle;
  const asked = parts.filter((part) => standingOf(part) !== 'offered');
  const first = asked[0]?.obstacle ?? null;
  const isAlike = asked.every(
    (part) => standingOf(part) === 'failed' && part.obstacle?.reason === first?.reason,
  );
  return asked.length > 1 && isAlike ? first : null;
}

/** Whether it would be in the way of everything else as well. */
function isAccountWide({ reason }: Obstacle): boolean {
  const { action } = presentObstacle(reason);
  if (action === 'sign-in' || action === 'choose-account') return true;
  return action === 'none' && reason !== 'no-access' && reason !== 'not-found';
}

/** What is to be said of the whole page. */
export interface PageStanding {
  /** Null until any part has something to show. */
  data: true | null;
  /** When the oldest of what is shown was read (epoch ms). */
  readAt: number | null;
  isLoading: boolean;
  /** See {@link sharedObstacle}. */
  shared: Obstacle | null;
  /** What keeps something that is shown from being read anew. */
  beside: Obstacle | null;
  /** The parts that wait for a permission. */
  offered: { source: Source; obstacle: Obstacle }[];
  reload(): void;
}

export function summarise(readings: Record<Source, Reading<unknown>>): PageStanding {
  const all = Object.values(readings);
  const shown = all.filter(({ data }) => data !== null);
  const times = shown.flatMap(({ readAt }) => readAt ?? []);
  return {
    data: shown.length > 0 ? true : null,
    readAt: times.length > 0 ? Math.min(...times) : null,
    isLoading: all.some(({ isLoading }) => isLoading),
    shared: sharedObstacle(all),
    beside: shown.find(({ obstacle }) => obstacle !== null)?.obstacle ?? null,
    offered: SOURCES.flatMap((source) => {
      const { obstacle } = readings[source];
      return obstacle && standingOf(readings[source]) === 'offered' ? [{ source, obstacle }] : [];
    }),
    reload() {
      for (const { reload } of all) reload();
    },
  };
}
