import type { IncomingMessage } from 'node:http';
import type { Person } from '../people.ts';
import { GraphError } from './errors.ts';
import { readPhoto } from './photo.ts';
import { readProfile } from './profile.ts';

/** A request that may be answered: its token is good and allows the route. */
export interface GraphRequest {
  person: Person;
  scopes: ReadonlySet<string>;
  query: URLSearchParams;
  match: RegExpExecArray;
  request: IncomingMessage;
}

/** An object body is sent as JSON, a string or bytes as they are. */
export interface GraphAnswer {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body: unknown;
}

/** One line of the table: any one of `scopes` is enough, and none named means any token will do. */
export interface GraphRoute {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: RegExp;
  scopes: readonly string[];
  handler: (request: GraphRequest) => GraphAnswer | Promise<GraphAnswer>;
}

const profileScopes = ['User.Read', 'User.ReadBasic.All', 'User.Read.All'];

export const routes: readonly GraphRoute[] = [
  { method: 'GET', path: /^\/v1\.0\/me$/i, scopes: profileScopes, handler: readProfile },
  { method: 'GET', path: /^\/v1\.0\/me\/photo\/\$value$/i, scopes: profileScopes, handler: readPhoto },
  {
    method: 'GET',
    path: /^\/v1\.0\/me\/photos\/(?<size>[^/]+)\/\$value$/i,
    scopes: profileScopes,
    handler: readPhoto,
  },
];

/** The route for a request; 404 for a path Graph does not have, 405 for a method the path does not take. */
export function findRoute(method: string, path: string): { route: GraphRoute; match: RegExpExecArray } {
  const matching = routes.flatMap((route) => {
    const match = route.path.exec(path);
    return match ? [{ route, match }] : [];
  });
  const found = matching.find(({ route }) => route.method === method);
  if (found) return found;
  if (matching.length === 0) {
    const segment = path.split('/')[2] ?? '';
    throw new GraphError(404, 'BadRequest', `Resource not found for the segment '${segment}'.`);
  }
  const allowed = matching.map(({ route }) => route.method).join(', ');
  throw new GraphError(405, 'Request_BadRequest', `The method ${method} is not allowed here.`, {
    Allow: allowed,
  });
}
