import type { IncomingMessage } from 'node:http';

const limit = 64 * 1024;

/** A request's body as text; a RangeError for one larger than anything of ours can be. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a request body comes in buffers');
    size += chunk.length;
    if (size > limit) throw new RangeError('The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
