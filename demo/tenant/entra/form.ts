import type { IncomingMessage } from 'node:http';

const limit = 64 * 1024;

/** The fields of a posted form; throws for anything larger than a form of ours can be. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a request body comes in buffers');
    size += chunk.length;
    if (size > limit) throw new RangeError('the form is too large');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}
