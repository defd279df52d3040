import * as v from 'valibot';
import { graphHost } from '../../hosts.ts';
import { GraphError } from '../errors.ts';
import { readPreferences } from '../prefer.ts';
import { readOptions, readWindow } from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { describeTask } from './describe-task.ts';
import { refuseSelect, requireList } from './find-task.ts';
import type { TaskBook } from './task-book.ts';

const Round = v.object({
  /** Of which book and of which epoch of the tenant. */
  epoch: v.string(),
  /** The last change that was told of; null in a first round, which tells everything. */
  since: v.nullable(v.number()),
  /** How many changes there were when the round began. */
  until: v.number(),
  /** How much of it the pages before had; null for a round that has not begun. */
  skip: v.nullable(v.number()),
  /** `$top` of the first request, which goes for all that follow. */
  top: v.nullable(v.number()),
  issued: v.number(),
});

type Round = v.InferOutput<typeof Round>;

/** How long a token is good for here; Graph promises no length of time. */
const life = 7 * 86_400_000;

const writeToken = (round: Round) => Buffer.from(JSON.stringify(round)).toString('base64url');

function parse(token: string): Round {
  try {
    const found = v.safeParse(Round, JSON.parse(Buffer.from(token, 'base64url').toString()));
    if (found.success) return found.output;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new GraphError(400, 'ErrorInvalidUrlQuery', 'Badly formed token.');
}

/** The round that a token goes on with; 410, and where to begin anew, for one that has expired. */
function findRound(request: GraphRequest, book: TaskBook): Round {
  const { query, url, now } = request;
  const epoch = `${book.generation}.${request.deltaEpoch}`;
  const options = readOptions(query, ['$deltatoken', '$skiptoken', '$top', '$select']);
  refuseSelect(options);
  const token = options.get('$skiptoken') ?? options.get('$deltatoken');
  const { change: until } = book;
  if (token === undefined) {
    const top = options.has('$top') ? readWindow(options).top : null;
    return { epoch, since: null, until, skip: 0, top, issued: now };
  }
  const round = parse(token);
  if (round.epoch !== epoch || now - round.issued > life) {
    throw new GraphError(410, 'SyncStateNotFound', 'The sync state generation is not found.', {
      Location: `https://${graphHost}${url.pathname}`,
    });
  }
  return round.skip === null ? { ...round, until, skip: 0, issued: now } : round;
}

/** `GET /me/todo/lists/{id}/tasks/delta`: everything at first, and from then on what has changed since. */
export function deltaTasks(request: GraphRequest): GraphAnswer {
  const { book, list } = requireList(request);
  const round = findRound(request, book);
  const { since } = round;
  const skip = round.skip ?? 0;
  const preferences = readPreferences(request.header('prefer'));
  const isNew = ({ change }: { change: number }) => since === null || change > since;
  const changed = [
    ...list.tasks.filter(isNew).map((task) => describeTask(request, list, task, preferences)),
    // A first round has nothing to take back.
    ...(since === null ? [] : list.removed.filter(isNew)).map(({ id }) => ({
      '@removed': { reason: 'deleted' },
      id,
    })),
  ];
  const end = skip + (round.top ?? preferences.maxPageSize ?? 100);
  const link = (name: string, next: Partial<Round>) =>
    `https://${graphHost}${request.url.pathname}?${name}=${writeToken({ ...round, ...next })}`;
  return {
    headers: preferences.headers,
    body: {
      '@odata.context': `https://${graphHost}/v1.0/$metadata#Collection(todoTask)`,
      ...(end < changed.length
        ? { '@odata.nextLink': link('$skiptoken', { skip: end }) }
        : { '@odata.deltaLink': link('$deltatoken', { since: round.until, skip: null }) }),
      value: changed.slice(skip, end),
    },
  };
}
