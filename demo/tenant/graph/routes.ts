import type { Person } from '../people.ts';
import { profileReaders } from './access.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { driveRoutes } from './drive/routes.ts';
import { GraphError, insufficientPrivileges } from './errors.ts';
import { mailRoutes } from './mail/routes.ts';
import type { Mailbox } from './mailbox.ts';
import { peopleRoutes } from './people/routes.ts';
import { readPhoto } from './photo.ts';
import { readProfile } from './profile.ts';
import type { Stores } from './stores.ts';
import { taskRoutes } from './tasks/routes.ts';

/** A request that may be answered: its token is good and allows the route. */
export interface GraphRequest {
  person: Person;
  scopes: ReadonlySet<string>;
  url: URL;
  query: URLSearchParams;
  match: RegExpExecArray;
  /** A header of the request or, in a batch, of its part; null where it was not sent. */
  header(name: string): string | null;
  /** The body as JSON; rejects with Graph's 400 where it is none. */
  readJson(): Promise<unknown>;
  /** The person's mailbox, which is made when it is first asked for. */
  mailbox: () => Mailbox;
  /** Everything that is not in a mailbox. */
  stores: Stores;
  /** What tokens of delta queries are given out under; those of another number have expired. */
  deltaEpoch: number;
  /** Epoch milliseconds, by the tenant's clock. */
  now: number;
}

/** An object body is sent as JSON, a string or bytes as they are. */
export interface GraphAnswer {
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
}

/** One line of the table. A token with any one of `scopes` may take it; a line without any is for nobody. */
export interface GraphRoute {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: RegExp;
  scopes: readonly string[];
  /** What to say without any of them. */
  refuse: () => GraphError;
  handler: (request: GraphRequest) => GraphAnswer | Promise<GraphAnswer>;
}

const profile = { method: 'GET', scopes: profileReaders, refuse: insufficientPrivileges } as const;

export const routes: readonly GraphRoute[] = [
  { ...profile, path: /^\/v1\.0\/me$/i, handler: readProfile },
  { ...profile, path: /^\/v1\.0\/me\/photo\/\$value$/i, handler: readPhoto },
  { ...profile, path: /^\/v1\.0\/me\/photos\/(?<size>[^/]+)\/\$value$/i, handler: readPhoto },
  ...mailRoutes,
  ...calendarRoutes,
  ...taskRoutes,
  ...driveRoutes,
  ...peopleRoutes,
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
