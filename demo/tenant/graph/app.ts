import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Fault } from '../faults.ts';
import { cutShort, fallSilent, hold, isCanned, isSilent } from '../interference.ts';
import type { SigningKeys } from '../keys.ts';
import type { Person } from '../people.ts';
import type { Workings } from '../workings.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts';
import { describeGraphError, GraphError } from './errors.ts';
import { createMailboxes } from './mailbox.ts';
import { findRoute, type GraphAnswer } from './routes.ts';
import { createVerifier } from './verify.ts';

export interface GraphSetting {
  people: readonly Person[];
  keys: SigningKeys;
  workings: Workings;
  /** Messages in the inbox of a work account. */
  inboxSize?: number;
}

const findFault = (faults: Record<string, Fault>, path: string) =>
  faults[
    Object.keys(faults)
      .filter((prefix) => path.startsWith(prefix))
      .sort((left, right) => right.length - left.length)[0] ?? ''
  ];

function send(response: ServerResponse, answer: GraphAnswer, isCutShort: boolean): void {
  const { status = 200, headers = {}, body } = answer;
  const isBinary = body instanceof Uint8Array;
  const whole = isBinary || typeof body === 'string' ? body : JSON.stringify(body);
  const payload = isCutShort ? cutShort(whole) : whole;
  const json = isBinary ? {} : { 'Content-Type': 'application/json; odata.metadata=minimal; charset=utf-8' };
  response.writeHead(status, { ...json, ...headers });
  response.end(payload);
}

/** Everything that graph.microsoft.com does here: a table of routes behind one check of the token. */
export function createGraph({ people, keys, workings, inboxSize }: GraphSetting): RequestListener {
  const verify = createVerifier({ people, keys, ...workings });
  const mailboxes = createMailboxes(workings.clock, inboxSize);

  async function answer(request: IncomingMessage, url: URL): Promise<GraphAnswer> {
    const method = request.method ?? 'GET';
    const bearer = await verify(request.headers.authorization);
    const { route, match } = findRoute(method, url.pathname);
    if (!route.scopes.some((scope) => bearer.scopes.has(scope))) {
      throw route.refuse();
    }
    return route.handler({
      person: bearer.person,
      scopes: bearer.scopes,
      url,
      query: url.searchParams,
      match,
      request,
      mailbox: () => mailboxes.of(bearer.person),
      now: workings.clock.now(),
    });
  }

  async function serve(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    describe: (failure: GraphError) => GraphAnswer,
  ): Promise<void> {
    workings.counters.graph += 1;
    // Nothing but the tenant's reset puts the counter back: this is the first request after one.
    if (workings.counters.graph === 1) mailboxes.clear();
    await hold(workings.faults.delay.graph);
    const fault = findFault(workings.faults.graph, url.pathname) ?? workings.faults.graphNetwork;
    if (isSilent(fault)) return fallSilent(fault, response);
    const found = isCanned(fault)
      ? fault
      : await answer(request, url).catch((error: unknown) => {
          if (error instanceof GraphError) return describe(error);
          console.error('The local Graph failed:', error);
          return describe(new GraphError(500, 'InternalServerError', 'It failed.'));
        });
    send(response, found, fault === 'truncate');
  }

  return (request, response) => {
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
    const url = new URL(request.url ?? '/', 'https://graph.microsoft.com');
    serve(request, response, url, (failure) =>
      describeGraphError(failure, { now: workings.clock.now(), requestId, clientRequestId }),
    ).catch((error: unknown) => {
      // A delay that was rejected, or a canned answer that cannot be sent.
      console.error('The local Graph failed:', error);
      response.destroy();
    });
  };
}
