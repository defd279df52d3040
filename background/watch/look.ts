import type { Reply } from '../../src/contract.ts';
import { AppError, toAppError } from '../../src/errors.ts';
import type { Meetings } from '../../src/watch-memory.ts';
import { WATCHES, type WatchName } from '../../src/watches.ts';
import type { Graph, GraphClient } from '../graph/client.ts';
import { readUnread } from '../graph/mail.ts';
import { logBug } from '../log.ts';
import { answerWith } from '../reply.ts';
import { readMeetings } from './meetings.ts';

/** What each watch brings. */
interface Finds {
  unread: number;
  meetings: Meetings;
}

const READERS: { [W in WatchName]: (graph: Graph, accountId: string) => Promise<Finds[W]> } = {
  unread: readUnread,
  meetings: readMeetings,
};

type Replies = { [W in WatchName]?: Reply<Finds[W]> };

/** What a look came to, watch by watch; those that were not asked about are not in it. */
export interface Look {
  replies: Replies;
  /** Epoch ms. */
  startedAt: number;
  /** Whether the browser knew of no network, so that nobody was asked. */
  isOffline: boolean;
}

/**
 * Looks at these things of an account, in one request; where there is no network, without any. Shows nothing, opens
 * nothing, and stores nothing.
 */
export async function lookAt(
  graph: GraphClient,
  accountId: string,
  watches: readonly WatchName[],
): Promise<Look> {
  const startedAt = Date.now();
  // Sure of nothing but that there is no network at all.
  const isOffline = navigator.onLine === false;
  const read = (watch: WatchName, known: Graph): Promise<Finds[WatchName]> =>
    isOffline ? Promise.reject(new AppError('offline')) : READERS[watch](known, accountId);
  // All of them are announced before the first is asked, so that they travel together.
  const asked = watches.map((watch) => ({ watch, coming: graph.expect(accountId) }));
  const pairs = asked.map(async ({ watch, coming }) => [
    watch,
    await answerWith(WATCHES[watch].purpose, () => read(watch, coming.graph))
      .catch(asObstacle)
      .finally(coming.end),
  ]);
  return { replies: Object.fromEntries(await Promise.all(pairs)), startedAt, isOffline };
}

/** A bug in a look that nobody has asked for is noted, and no reason to stop the others. */
function asObstacle(thrown: unknown): Reply<never> {
  logBug(toAppError(thrown));
  return { kind: 'obstacle', obstacle: { reason: 'unexpected' } };
}
