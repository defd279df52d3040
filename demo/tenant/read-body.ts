import type { IncomingMessage } from 'node:http';

const limit = 64 * 1024;

/**
 * A request's body as text; a RangeError for one larger than anything of ours can be. That one is read to its end all
 * the same, for whoever is still sending does not see an answer.
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a request body comes in buffers');
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw new RangeError('The body is too large.');
  return Buffer.concat(chunks).toString();
}
