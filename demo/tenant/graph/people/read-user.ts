import { graphHost } from '../../hosts.ts';
import { directoryReaders } from '../access.ts';
import { GraphError, insufficientPrivileges } from '../errors.ts';
import { graphIdOf } from '../owner.ts';
import { describeUser, readUserPicking } from '../profile.ts';
import { readOptions } from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { decodeSegment } from '../segment.ts';
import type { Directory } from './directory.ts';
import type { DirectoryEntry } from './directory-entry.ts';

/** What the directory says of an object that it does not have. */
export const resourceNotFound = (key: string): GraphError =>
  new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** The directory; a personal account is in none, and is told so as Graph tells it. */
export function requireDirectory({ person, stores }: GraphRequest): Directory {
  if (person.kind === 'personal') throw insufficientPrivileges();
  return stores.directory();
}

/** Whom a path names, by id or by user principal name; others than oneself take more than `User.Read`. */
export function requireUser(request: GraphRequest): DirectoryEntry {
  const { person, scopes, match } = request;
  const key = decodeSegment(match.groups?.id ?? '');
  const entry = requireDirectory(request).find(key);
  const isReader = directoryReaders.some((scope) => scopes.has(scope));
  if (!isReader && entry?.id !== graphIdOf(person)) throw insufficientPrivileges();
  if (!entry) throw resourceNotFound(key);
  return entry;
}

/** What `User.ReadBasic.All` reaches ("Permissions reference"). */
const basics = ['displayName', 'givenName', 'surname', 'mail', 'userPrincipalName', 'id'];

/**
 * A user as a token sees them. Beyond the basics, others are blank to a token that reads no full profiles: Graph answers
 * 200, and titles, departments and offices are null.
 */
export function describeUserTo(
  { person, scopes }: GraphRequest,
  entry: DirectoryEntry,
): Record<string, unknown> {
  const everything = describeUser(entry);
  if (scopes.has('User.Read.All') || entry.id === graphIdOf(person)) return everything;
  return Object.fromEntries(
    Object.entries(everything).map(([name, value]) => {
      if (basics.includes(name)) return [name, value];
      return [name, Array.isArray(value) ? [] : null];
    }),
  );
}

/** `GET /users/{id or user principal name}`. */
export function readUser(request: GraphRequest): GraphAnswer {
  const { suffix, cut } = readUserPicking(readOptions(request.query, ['$select']));
  const entry = requireUser(request);
  return {
    body: {
      '@odata.context': `https://${graphHost}/v1.0/$metadata#users${suffix}/$entity`,
      ...cut(describeUserTo(request, entry)),
    },
  };
}

/** `GET /me/manager`: 404 for whoever has none. */
export function readManager(request: GraphRequest): GraphAnswer {
  const { cut } = readUserPicking(readOptions(request.query, ['$select']));
  const directory = requireDirectory(request);
  const mine = directory.find(graphIdOf(request.person))?.managerId ?? null;
  const manager = mine === null ? undefined : directory.find(mine);
  if (!manager) throw resourceNotFound('manager');
  return {
    body: {
      '@odata.context': `https://${graphHost}/v1.0/$metadata#directoryObjects/$entity`,
      '@odata.type': '#microsoft.graph.user',
      ...cut(describeUserTo(request, manager)),
    },
  };
}
