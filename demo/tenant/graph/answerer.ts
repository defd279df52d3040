import { graphHost } from '../hosts.ts';
import { isCanned } from '../interference.ts';
import type { Workings } from '../workings.ts';
import { answerBatch, isBatchPath } from './batch/answer-batch.ts';
import { GraphError } from './errors.ts';
import { type Incoming, readJson } from './incoming.ts';
import type { Mailboxes } from './mailbox.ts';
import { takeFault } from './route-fault.ts';
import { findRoute, type GraphAnswer } from './routes.ts';
import { spoilAnswer } from './spoil-answer.ts';
import type { Stores } from './stores.ts';
import type { Bearer } from './verify.ts';

type Describe = (refusal: GraphError) => GraphAnswer;

/** Answers whatever came in, by itself or in a batch; rejects with a `GraphError` where it is refused. */
export function createAnswerer({
  verify,
  mailboxes,
  stores,
  workings,
}: {
  verify: (authorization: string | null) => Promise<Bearer>;
  mailboxes: Mailboxes;
  stores: Stores;
  workings: Workings;
}): (incoming: Incoming, describe: Describe) => Promise<GraphAnswer> {
  const { faults, clock } = workings;

  async function answerRoute(incoming: Incoming): Promise<GraphAnswer> {
    const { method, url } = incoming;
    const { person, scopes } = await verify(incoming.header('authorization'));
    const { route, match } = findRoute(method, url.pathname);
    if (!route.scopes.some((scope) => scopes.has(scope))) throw route.refuse();
    return route.handler({
      person,
      scopes,
      url,
      query: url.searchParams,
      match,
      header: incoming.header,
      readJson: () => readJson(incoming),
      mailbox: () => mailboxes.of(person),
      stores,
      deltaEpoch: faults.deltaEpoch,
      now: clock.now(),
    });
  }

  async function answerPart(incoming: Incoming, describe: Describe): Promise<GraphAnswer> {
    const fault = takeFault(faults.graph, incoming.url.pathname);
    if (isCanned(fault)) return fault;
    if (fault === 'hang' || fault === 'reset' || fault === 'truncate' || fault === 'stall') {
      throw new GraphError(504, 'GatewayTimeout', 'The service behind did not answer in time.');
    }
    const found = await answerRoute(incoming).catch((error: unknown) => {
      if (error instanceof GraphError) return describe(error);
      throw error;
    });
    return spoilAnswer(found, fault);
  }

  return async (incoming, describe) => {
    if (!isBatchPath(incoming.url.pathname)) return answerRoute(incoming);
    await verify(incoming.header('authorization'));
    return answerBatch(incoming, {
      answerPart: (part) => answerPart(part, describe),
      describe,
      note(part) {
        workings.traffic.parts += 1;
        workings.log.addPart({ host: graphHost, ...part });
      },
    });
  };
}
