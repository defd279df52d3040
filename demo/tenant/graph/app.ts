import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { graphHost } from '../hosts.ts';
import { fallSilent, hold, isCanned, isSilent } from '../interference.ts';
import type { SigningKeys } from '../keys.ts';
import type { Person } from '../people.ts';
import type { Workings } from '../workings.ts';
import { createAnswerer } from './answerer.ts';
import { isBatchPath } from './batch/answer-batch.ts';
import { createConcurrency, isMailboxPath } from './concurrency.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts';
import { describeGraphError, GraphError } from './errors.ts';
import { fromRequest, type Incoming } from './incoming.ts';
import { createMailboxes } from './mailbox.ts';
import { takeFault } from './route-fault.ts';
import type { GraphAnswer } from './routes.ts';
import { sendAnswer } from './send-answer.ts';
import { spoilAnswer } from './spoil-answer.ts';
import { createStores, type StoreSizes } from './stores.ts';
import { createVerifier } from './verify.ts';

export interface GraphSetting extends StoreSizes {
  people: readonly Person[];
  keys: SigningKeys;
  workings: Workings;
  /** Messages in the inbox of a work account. */
  inboxSize?: number;
}

/** Everything that graph.microsoft.com does here: a table of routes behind one check of the token. */
export function createGraph(setting: GraphSetting): RequestListener {
  const { people, keys, workings, inboxSize } = setting;
  const { faults } = workings;
  const verify = createVerifier({ people, keys, ...workings });
  const mailboxes = createMailboxes(workings.clock, inboxSize, () => faults);
  const stores = createStores(workings.clock, people, setting);
  const answer = createAnswerer({ verify, mailboxes, stores, workings });
  const concurrency = createConcurrency();

  /** Takes a place in the mailbox for as long as the request is in progress, from before any delay. */
  async function enterMailbox(incoming: Incoming, response: ServerResponse): Promise<() => void> {
    if (!isMailboxPath(incoming.url.pathname)) return () => {};
    const bearer = await verify(incoming.header('authorization')).catch((error: unknown) => {
      // Whoever has no good token is in nobody's mailbox, and is told so further on.
      if (error instanceof GraphError) return null;
      throw error;
    });
    if (bearer === null) return () => {};
    const leave = concurrency.enter(bearer.person.key);
    response.once('close', leave);
    return leave;
  }

  async function serve(
    incoming: Incoming,
    response: ServerResponse,
    describe: (failure: GraphError) => GraphAnswer,
  ): Promise<void> {
    workings.counters.graph += 1;
    const { traffic } = workings;
    traffic.requests += 1;
    if (!isBatchPath(incoming.url.pathname)) traffic.parts += 1;
    // Nothing but the tenant's reset puts the counter back: this is the first request after one.
    if (workings.counters.graph === 1) {
      mailboxes.clear();
      concurrency.clear();
      stores.clear();
    }
    const refuse = (error: unknown) => {
      if (error instanceof GraphError) return describe(error);
      console.error('The local Graph failed:', error);
      return describe(new GraphError(500, 'InternalServerError', 'It failed.'));
    };
    const leave = await enterMailbox(incoming, response).catch((error: unknown) => {
      traffic.bytes += sendAnswer(response, refuse(error), null);
      return null;
    });
    if (leave === null) return;
    try {
      await hold(faults.delay.graph);
      const fault = takeFault(faults.graph, incoming.url.pathname) ?? faults.graphNetwork;
      if (isSilent(fault)) return await fallSilent(fault, response);
      const found = isCanned(fault) ? fault : await answer(incoming, describe).catch(refuse);
      traffic.bytes += sendAnswer(response, spoilAnswer(found, fault), fault);
    } finally {
      leave();
    }
  }

  return (request: IncomingMessage, response) => {
    const requestId = crypto.randomUUID();
    const asked = request.headers['client-request-id'];
    const clientRequestId = typeof asked === 'string' ? asked : requestId;
    response.setHeader('request-id', requestId);
    response.setHeader('client-request-id', clientRequestId);
    response.setHeader('Cache-Control', 'private');
    response.setHeaders(new Map(Object.entries(corsHeaders)));
    if (isPreflight(request)) {
      response.writeHead(200, preflightHeaders(request)).end();
      return;
    }
    const url = new URL(request.url ?? '/', `https://${graphHost}`);
    serve(fromRequest(request, url), response, (failure) =>
      describeGraphError(failure, { now: workings.clock.now(), requestId, clientRequestId }),
    ).catch((error: unknown) => {
      // A delay that was rejected, or a canned answer that cannot be sent.
      console.error('The local Graph failed:', error);
      response.destroy();
    });
  };
}
