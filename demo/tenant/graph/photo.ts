import { paintPortrait } from '../portrait.ts';
import { GraphError } from './errors.ts';
import { paintLikeness } from './people/paint-likeness.ts';
import { requireUser } from './people/read-user.ts';
import type { GraphAnswer, GraphRequest } from './routes.ts';

/** The sizes Graph keeps (Microsoft Graph, "Get profilePhoto"). */
const sizes = ['48x48', '64x64', '96x96', '120x120', '240x240', '360x360', '432x432', '504x504', '648x648'];

/** The side that the path asks for, in pixels; null where it asks for the largest there is. */
function readSide({ match }: GraphRequest): number | null {
  const size = match.groups?.size;
  if (size === undefined) return null;
  if (sizes.includes(size.toLowerCase())) return Number.parseInt(size, 10);
  throw new GraphError(400, 'InvalidImageSize', `The size ${size} is not one of ${sizes.join(', ')}.`);
}

const noPhoto = () => new GraphError(404, 'ImageNotFound', 'Exception of type ImageNotFound was thrown.');
const asPicture = (body: Uint8Array): GraphAnswer => ({ headers: { 'Content-Type': 'image/png' }, body });

/** The photo's bytes, at the largest size or at the one asked for; 404 is the normal answer for "none". */
export function readPhoto(request: GraphRequest): GraphAnswer {
  const side = readSide(request);
  const { photo } = request.person;
  if (photo === null) throw noPhoto();
  return asPicture(side === null ? photo : paintPortrait(side));
}

/** The same of anybody in the directory. */
export function readUserPhoto(request: GraphRequest): GraphAnswer {
  const side = readSide(request);
  const entry = requireUser(request);
  if (entry.id === request.person.oid) return readPhoto(request);
  if (!entry.hasPhoto) throw noPhoto();
  return asPicture(paintLikeness(entry.id, side ?? 240));
}
