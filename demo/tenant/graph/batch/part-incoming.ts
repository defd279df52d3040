import { GraphError } from '../errors.ts';
import type { Incoming } from '../incoming.ts';
import type { Part } from './read-batch.ts';

/** The path under the version that the batch itself was sent to, with or without its first slash. */
export const partUrl = ({ url }: Part): URL =>
  new URL(`https://graph.microsoft.com/v1.0/${url.replace(/^\//, '')}`);

/**
 * A part as a request: whose it is, is the batch's to say, and all other headers are the part's own. 400 for a body
 * where OData allows none.
 */
export function asIncoming(part: Part, batch: Incoming): Incoming {
  const { id, method, body } = part;
  const headers = new Map(Object.entries(part.headers).map(([name, value]) => [name.toLowerCase(), value]));
  if ((method === 'GET' || method === 'DELETE') && body !== undefined) {
    throw new GraphError(400, 'BadRequest', `Request id : ${id} must not have a body.`);
  }
  return {
    method,
    url: partUrl(part),
    header: (name) =>
      name.toLowerCase() === 'authorization'
        ? batch.header('authorization')
        : (headers.get(name.toLowerCase()) ?? null),
    readText: async () => {
      if (typeof body === 'string') return Buffer.from(body, 'base64').toString();
      return body === undefined ? '' : JSON.stringify(body);
    },
  };
}
