import { GraphError } from '../errors.ts';
import { asProperties } from '../incoming.ts';
import { graphIdOf } from '../owner.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { decodeSegment } from '../segment.ts';
import type { PreferredPresence } from './presence.ts';
import { requireTeams } from './read-presence.ts';

/** Which activity goes with which availability; no other pair is taken ("setUserPreferredPresence"). */
const pairs: Readonly<Record<string, string>> = {
  Available: 'Available',
  Busy: 'Busy',
  DoNotDisturb: 'DoNotDisturb',
  BeRightBack: 'BeRightBack',
  Away: 'Away',
  Offline: 'OffWork',
};

const day = 86_400_000;

const badRequest = (message: string) => new GraphError(400, 'BadRequest', message);

/** An ISO 8601 duration of days, hours, minutes and seconds, in milliseconds. */
function readDuration(value: unknown): number {
  const [, days, hours, minutes, seconds] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(String(value)) ?? [];
  const total =
    Number(days ?? 0) * day +
    Number(hours ?? 0) * 3_600_000 +
    Number(minutes ?? 0) * 60_000 +
    Number(seconds ?? 0) * 1000;
  if (typeof value === 'string' && total > 0) return total;
  throw badRequest(`Cannot convert the literal '${String(value)}' to the expected type 'Edm.Duration'.`);
}

function readPreferred(body: unknown, now: number): PreferredPresence {
  const properties = asProperties(body);
  const availability = String(properties.get('availability'));
  const activity = String(properties.get('activity'));
  if (!Object.hasOwn(pairs, availability) || pairs[availability] !== activity) {
    throw badRequest(
      `The combination of availability '${availability}' and activity '${activity}' is invalid.`,
    );
  }
  const isShort = availability === 'DoNotDisturb' || availability === 'Busy';
  const duration = properties.get('expirationDuration');
  const life = duration == null ? (isShort ? day : 7 * day) : readDuration(duration);
  return { availability, activity, until: now + life };
}

/** Whose presence the path names: nobody may set another's. */
function requireOwn(request: GraphRequest): string {
  requireTeams(request);
  const mine = graphIdOf(request.person);
  const asked = decodeSegment(request.match.groups?.id ?? mine);
  if (asked.toLowerCase() === mine.toLowerCase()) return mine;
  throw new GraphError(401, 'Unauthorized', 'Cannot set the presence of another user.');
}

/** `POST /me/presence/setUserPreferredPresence`: answers with nothing at all. */
export async function setPreferredPresence(request: GraphRequest): Promise<GraphAnswer> {
  const id = requireOwn(request);
  request.stores.presences().prefer(id, readPreferred(await request.readJson(), request.now));
  return { body: '' };
}

/** `POST /me/presence/clearUserPreferredPresence`. */
export function clearPreferredPresence(request: GraphRequest): GraphAnswer {
  request.stores.presences().clearPreferred(requireOwn(request));
  return { body: '' };
}
