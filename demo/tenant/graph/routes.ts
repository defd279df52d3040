import type { IncomingMessage } from 'node:http';
import type { Person } from '../people.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { GraphError, insufficientPrivileges } from './errors.ts';
import { mailRoutes } from './mail/routes.ts';
import type { Mailbox } from './mailbox.ts';
import { readPhoto } from './photo.ts';
import { readProfile } from './profile.ts';

/** A request that may be answered: its token is good and allows the route. */
export interface GraphRequest {
  person: Person;
  scopes: ReadonlySet<string>;
  url: URL;
  query: URLSearchParams;
  match: RegExpExecArray;
  request: IncomingMessage;
  /** The person's mailbox, which is made when it is first asked for. */
  mailbox: () => Mailbox;
  /** Epoch milliseconds, by the tenant's clock. */
  now: number;
}

/** An object body is sent as JSON, a string or bytes as they are. */
export interface GraphAnswer {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body: unknown;
}

/** One line of the table. A token with any one of `scopes` may take it; a line without any is for nobody. */
export interface GraphRoute {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: RegExp;
  scopes: readonly string[];
  /** What to say without any of them. */
  refuse: () => GraphError;
  handler: (request: GraphRequest) => GraphAnswer | Promise<GraphAnswer>;
}

const profileScopes = ['User.Read', 'User.ReadBasic.All', 'User.Read.All'];

const profile = { method: 'GET', scopes: profileScopes, refuse: insufficientPrivileges } as const;

export const routes: readonly GraphRoute[] = [
  { ...profile, path: /^\/v1\.0\/me$/i, handler: readProfile },
  { ...profile, path: /^\/v1\.0\/me\/photo\/\$value$/i, handler: readPhoto },
  { ...profile, path: /^\/v1\.0\/me\/photos\/(?<size>[^/]+)\/\$value$/i, handler: readPhoto },
  ...mailRoutes,
  ...calendarRoutes,
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
