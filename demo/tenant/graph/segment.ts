import { GraphError } from './errors.ts';

/** A part of a path, without its percent-encoding; 400 for one that is not encoded as it must be. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) throw new GraphError(400, 'BadRequest', 'Invalid request');
    throw error;
  }
}
