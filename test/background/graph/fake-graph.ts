import type { Graph, GraphAccess } from '../../../background/graph/client.ts';
import type { GraphAnswer, GraphRequest } from '../../../background/graph/request.ts';
import { AppError, type Reason } from '../../../src/errors.ts';

/** What Graph says to a request: the body of a 200, an answer of another kind, or why there is none. */
export type Said = { body: unknown; status?: number; headers?: Record<string, string> } | { reason: Reason };

/** Graph as the readers have it, and what it was asked, in order. */
export interface FakeGraph extends Graph {
  readonly asked: (GraphRequest & GraphAccess)[];
  /** The paths that were asked for, without their options. */
  readonly paths: string[];
}

/** A Graph that says this; what it is not told to say it does not find. */
export function fakeGraph(say: (path: string, request: GraphRequest) => Said | undefined): FakeGraph {
  const asked: FakeGraph['asked'] = [];
  return {
    asked,
    get paths() {
      return asked.map(({ path }) => path.split('?')[0] ?? '');
    },
    async call(access, request): Promise<GraphAnswer> {
      asked.push({ ...request, ...access });
      const said = say(request.path, request) ?? { body: null, status: 404 };
      if ('reason' in said) throw new AppError(said.reason);
      const { body, status = 200, headers = {} } = said;
      return { status, body, headers: new Headers(headers) };
    },
  };
}
