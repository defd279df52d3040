import { paintPortrait } from '../portrait.ts';
import { GraphError } from './errors.ts';
import type { GraphAnswer, GraphRequest } from './routes.ts';

/** The sizes Graph keeps (Microsoft Graph, "Get profilePhoto"). */
const sizes = ['48x48', '64x64', '96x96', '120x120', '240x240', '360x360', '432x432', '504x504', '648x648'];

/** The photo's bytes, at the largest size or at the one asked for; 404 is the normal answer for "none". */
export function readPhoto({ person, match }: GraphRequest): GraphAnswer {
  const size = match.groups?.size;
  if (size !== undefined && !sizes.includes(size.toLowerCase())) {
    throw new GraphError(400, 'InvalidImageSize', `The size ${size} is not one of ${sizes.join(', ')}.`);
  }
  if (person.photo === null)
    throw new GraphError(404, 'ImageNotFound', 'Exception of type ImageNotFound was thrown.');
  return {
    headers: { 'Content-Type': 'image/png' },
    body: size === undefined ? person.photo : paintPortrait(Number.parseInt(size, 10)),
  };
}
