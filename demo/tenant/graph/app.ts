import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type CannedAnswer, hold, type Workings } from '../control.ts';
import type { SigningKey } from '../keys.ts';
import type { Person } from '../people.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts';
import { describeGraphError, GraphError } from './errors.ts';
import { findRoute, type GraphAnswer } from './routes.ts';
import { createVerifier } from './verify.ts';

export interface GraphSetting {
  people: readonly Person[];
  key: SigningKey;
  workings: Workings;
}

const findCanned = (canned: Record<string, CannedAnswer>, path: string) =>
  canned[
    Object.keys(canned)
      .filter((prefix) => path.startsWith(prefix))
      .sort((left, right) => right.length - left.length)[0] ?? ''
  ];

function send(response: ServerResponse, { status = 200, headers = {}, body }: GraphAnswer): void {
  const isBinary = body instanceof Uint8Array;
  const payload = isBinary || typeof body === 'string' ? body : JSON.stringify(body);
  const json = isBinary ? {} : { 'Content-Type': 'application/json; odata.metadata=minimal; charset=utf-8' };
  response.writeHead(status, { ...json, ...headers });
  response.end(payload);
}

/** Everything that graph.microsoft.com does here: a table of routes behind one check of the token. */
export function createGraph({ people, key, workings }: GraphSetting): RequestListener {
  const verify = createVerifier({ people, key, clock: workings.clock });

  async function answer(request: IncomingMessage, url: URL): Promise<GraphAnswer> {
    const method = request.method ?? 'GET';
    workings.counters.graph += 1;
    await hold(workings.faults.delay.graph);
    const canned = findCanned(workings.faults.graph, url.pathname);
    if (canned) return { ...canned };
    const bearer = await verify(request.headers.authorization);
    const { route, match } = findRoute(method, url.pathname);
    if (route.scopes.length > 0 && !route.scopes.some((scope) => bearer.scopes.has(scope))) {
      throw new GraphError(
        403,
        'Authorization_RequestDenied',
        'Insufficient privileges to complete the operation.',
      );
    }
    return route.handler({
      person: bearer.person,
      scopes: bearer.scopes,
      query: url.searchParams,
      match,
      request,
    });
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
    answer(request, url).then(
      (found) => send(response, found),
      (error: unknown) => {
        const failure =
          error instanceof GraphError ? error : new GraphError(500, 'InternalServerError', 'It failed.');
        if (failure !== error) console.error('The local Graph failed:', error);
        send(
          response,
          describeGraphError(failure, { now: workings.clock.now(), requestId, clientRequestId }),
        );
      },
    );
  };
}
