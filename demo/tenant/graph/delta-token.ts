import * as v from 'valibot';
import { GraphError } from './errors.ts';
import type { GraphRequest } from './routes.ts';

const Round = v.object({
  stamp: v.string(),
  epoch: v.number(),
  /** The id of a folder, or `calendarView`. */
  about: v.string(),
  /** The last change that was told of; null in a first round, which tells everything. */
  since: v.nullable(v.number()),
  /** How many changes there were when the round began. */
  until: v.number(),
  /** Where in the mailbox the next page goes on; null at the start of a round. */
  place: v.nullable(v.number()),
  /** The query of the first request, which goes for all that follow. */
  query: v.string(),
});

/** One round of a delta query, as far as it has come. */
export type Round = v.InferOutput<typeof Round>;

/** A state as a client keeps it: one text without a meaning. */
const writeToken = (round: Round): string => Buffer.from(JSON.stringify(round)).toString('base64url');

function parse(token: string): Round | null {
  try {
    const found = v.safeParse(Round, JSON.parse(Buffer.from(token, 'base64url').toString()));
    return found.success ? found.output : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * The round that a request begins or goes on with, after so many changes. A token that has expired is 410, with the
 * place to begin anew (microsoftgraph/microsoft-graph-docs#2350).
 */
export function findRound(request: GraphRequest, about: string, changeCount: number): Round {
  const { query, url, deltaEpoch: epoch, mailbox } = request;
  const { stamp } = mailbox();
  const token = query.get('$skiptoken') ?? query.get('$deltatoken');
  if (token === null) {
    return { stamp, epoch, about, since: null, until: changeCount, place: null, query: query.toString() };
  }
  const round = parse(token);
  if (round === null || round.about !== about) {
    throw new GraphError(400, 'ErrorInvalidUrlQuery', 'Badly formed token.');
  }
  if (round.stamp !== stamp || round.epoch !== epoch) {
    const restart = new URL(`?${round.query}`, url);
    const message = `The sync state generation is not found; generation=${round.epoch};[highest=${epoch}].`;
    throw new GraphError(410, 'SyncStateNotFound', message, { Location: restart.href });
  }
  return round.place === null ? { ...round, until: changeCount } : round;
}

/** Where a round goes on, or where the next one begins. */
export const linkTo = (name: '$skiptoken' | '$deltatoken', { url }: GraphRequest, round: Round): string =>
  `${url.origin}${url.pathname}?${name}=${writeToken(round)}`;
