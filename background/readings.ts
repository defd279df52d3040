import * as v from 'valibot';
import type { Reply } from '../src/contract.ts';
import { type Inbox, InboxShape } from '../src/data/mail.ts';
import { toAppError } from '../src/errors.ts';
import { presentObstacle } from '../src/obstacles.ts';
import { needsOf } from '../src/purposes.ts';
import { READING_NAMES, READINGS, type ReadingData, type ReadingName } from '../src/readings.ts';
import { dropSnapshots, keepSnapshot, readSnapshots } from '../src/snapshots.ts';
import type { AccountRecord } from '../src/storage.ts';
import { whileSignedIn } from './auth/accounts.ts';
import { planFor } from './auth/consent.ts';
import { readCalendar } from './graph/calendar.ts';
import type { Graph } from './graph/client.ts';
import { readFiles } from './graph/files.ts';
import { readInbox } from './graph/mail.ts';
import { readPresence } from './graph/presence.ts';
import { readProfile } from './graph/profile.ts';
import { readTasks } from './graph/tasks.ts';
import { joining } from './join.ts';
import { logBug } from './log.ts';
import { answerWith } from './reply.ts';
import type { Services } from './services.ts';
import { noteUnread } from './watch/unread.ts';

type Reader<R extends ReadingName> = (
  graph: Graph,
  account: AccountRecord,
  services: Services,
) => Promise<ReadingData<R>>;

/** How each reading is brought from Graph. */
const READERS: { [R in ReadingName]: Reader<R> } = {
  getProfile: (graph, { id, isPersonal }) => readProfile(graph, id, isPersonal),
  getPresence: (graph, { id }) => readPresence(graph, id),
  getInbox: (graph, { id }) => readInbox(graph, id),
  getCalendar: (graph, { id }) => readCalendar(graph, id),
  getTasks: async (graph, { id }) => {
    const known = (await readSnapshots(id)).getTasks?.data.lists ?? [];
    return readTasks(
      graph,
      id,
      known.map((list) => list.id),
    );
  },
  getFiles: (graph, { id }, { book }) => readFiles(graph, book, id),
};

type Readings = { [R in ReadingName]: (accountId: string) => Promise<Reply<ReadingData<R>>> };

/**
 * A handler for each reading. What is asked for while the same is being read joins it, and what has been read stays as
 * a snapshot, unless it may be seen no more.
 */
export function createReadings(services: Services): Readings {
  const joined = joining<unknown>();

  const read = <R extends ReadingName>(name: R, accountId: string): Promise<Reply<ReadingData<R>>> => {
    // What was begun before a change does not show it.
    const key = `${name} ${accountId} ${services.changes.revision} ${services.edits.count}`;
    return joined(key, () => readAnew(name, accountId)) as Promise<Reply<ReadingData<R>>>;
  };

  const readAnew = async <R extends ReadingName>(name: R, accountId: string) => {
    const { book, edits, ready } = services;
    const { graph, end } = services.graph.expect(accountId);
    const before = edits.count;
    const reply = await answerWith(READINGS[name].purpose, async () => {
      await ready;
      const account = await book.find(accountId);
      return READERS[name](graph, account ?? nobody(accountId), services);
    }).finally(end);
    // Whoever waits for the answer does not wait for the picture of it.
    keepPicture(name, accountId, reply, before).catch((thrown) => logBug(toAppError(thrown)));
    return reply;
  };

  const keepPicture = async <R extends ReadingName>(
    name: R,
    accountId: string,
    reply: Reply<ReadingData<R>>,
    before: number,
  ) => {
    await whileSignedIn(services.book, accountId, async () => {
      // A picture of before a change is not put over one of after it.
      if (before !== services.edits.count) return;
      // Nor one of what was paused, or taken back, while it was being read.
      const plan = planFor(await services.ledger.read(accountId), needsOf(READINGS[name].purpose));
      const isGranted = plan.kind === 'granted';
      const isPassing =
        reply.kind === 'obstacle' && presentObstacle(reply.obstacle.reason).silence === 'later';
      if (isGranted && reply.kind === 'ready') {
        await keepSnapshot(accountId, name, reply);
        if (name === 'getInbox' && v.is(InboxShape, reply.data)) {
          await followInbox(accountId, reply.data, reply.readAt);
        }
      } else if (!isGranted || !isPassing) await dropSnapshots(accountId, [name]);
    });
  };

  /** The number on the icon is that of the inbox as it has just been read. */
  const followInbox = async (accountId: string, { unread }: Inbox, readAt: number) => {
    if (unread !== null && (await noteUnread(accountId, unread, readAt))) await services.icon.draw();
  };

  return Object.fromEntries(
    READING_NAMES.map((name) => [name, (accountId: string) => read(name, accountId)]),
  ) as unknown as Readings;
}

/** Whoever is not signed in gets no token, and is told so on the way to one. */
function nobody(id: string): AccountRecord {
  return {
    id,
    name: '',
    username: '',
    tenantId: '',
    loginHint: '',
    isPersonal: false,
    subject: '',
    since: 0,
  };
}
