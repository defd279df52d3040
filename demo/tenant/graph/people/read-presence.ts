import { graphHost } from '../../hosts.ts';
import { presenceReadersOfAll } from '../access.ts';
import { GraphError } from '../errors.ts';
import { asProperties } from '../incoming.ts';
import { graphIdOf } from '../owner.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { decodeSegment } from '../segment.ts';
import type { Directory } from './directory.ts';
import { unknownPresence } from './presence.ts';
import { resourceNotFound } from './read-user.ts';

/** How Teams refuses: with a code alone. */
export const presenceForbidden = (): GraphError => new GraphError(403, 'Forbidden', '');

/** Where presences are known; Teams at work is not for personal accounts, and says no more than this. */
export function requireTeams({ person, stores }: GraphRequest): Directory {
  if (person.kind === 'personal') throw new GraphError(400, 'BadRequest', 'Bad Request');
  return stores.directory();
}

function describePresence({ stores, now }: GraphRequest, id: string): Record<string, unknown> {
  const entry = stores.directory().find(id);
  const { availability, activity } = entry ? stores.presences().of(entry.id, now) : unknownPresence;
  return {
    id,
    availability,
    activity,
    statusMessage: null,
    outOfOfficeSettings: { message: null, isOutOfOffice: false },
    // "Lexicographically sortable" (presence resource type).
    sequenceNumber: `A${String(entry ? stores.presences().versionOf(entry.id) : 0).padStart(16, '0')}`,
  };
}

/** `GET /me/presence` and `GET /users/{id}/presence`; others' take more than one's own. */
export function readPresence(request: GraphRequest): GraphAnswer {
  const { person, scopes, match } = request;
  const directory = requireTeams(request);
  const mine = graphIdOf(person);
  const id = decodeSegment(match.groups?.id ?? mine);
  if (id !== mine && !presenceReadersOfAll.some((scope) => scopes.has(scope))) throw presenceForbidden();
  if (!directory.find(id)) throw resourceNotFound(id);
  return {
    body: {
      '@odata.context': `https://${graphHost}/v1.0/$metadata#users('${id}')/presence/$entity`,
      ...describePresence(request, id),
    },
  };
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** As many ids as one request may have ("getPresencesByUserId"). */
const limit = 650;

function readIds(body: unknown): string[] {
  const ids = asProperties(body).get('ids');
  if (!Array.isArray(ids) || !ids.every((id): id is string => typeof id === 'string' && guid.test(id))) {
    throw new GraphError(400, 'BadRequest', 'The ids must be a collection of user object IDs.');
  }
  if (ids.length > limit) {
    throw new GraphError(400, 'BadRequest', `The number of ids must not be more than ${limit}.`);
  }
  return ids;
}

/** `POST /communications/getPresencesByUserId`: one presence for each id, in that order. */
export async function readPresences(request: GraphRequest): Promise<GraphAnswer> {
  requireTeams(request);
  const ids = readIds(await request.readJson());
  return {
    body: {
      '@odata.context': `https://${graphHost}/v1.0/$metadata#Collection(microsoft.graph.presence)`,
      value: ids.map((id) => describePresence(request, id)),
    },
  };
}
