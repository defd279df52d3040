import type { IncomingMessage } from 'node:http';
import { readBody } from '../read-body.ts';
import { GraphError } from './errors.ts';

/** What was asked, by a request of its own or by a part of a batch. */
export interface Incoming {
  method: string;
  /** Whole, on Graph's own origin. */
  url: URL;
  /** A header's value, whatever the case of its name; null where it was not sent. */
  header(name: string): string | null;
  /** The body as it was sent, empty where there is none. May be called once. */
  readText(): Promise<string>;
}

/** A request that came by itself. */
export const fromRequest = (request: IncomingMessage, url: URL): Incoming => ({
  method: request.method ?? 'GET',
  url,
  header(name) {
    const value = request.headers[name.toLowerCase()];
    return value === undefined ? null : String(value);
  },
  readText: () => readBody(request),
});

const notJson = (): GraphError =>
  new GraphError(
    400,
    'BadRequest',
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  );

/** The body as JSON; 400 for a body that is none, or is not said to be. */
export async function readJson(incoming: Incoming): Promise<unknown> {
  if (!/^application\/json\b/i.test(incoming.header('content-type') ?? '')) throw notJson();
  const text = await incoming.readText().catch((error: unknown) => {
    if (error instanceof RangeError) throw new GraphError(413, 'RequestEntityTooLarge', error.message);
    throw error;
  });
  if (text === '') throw new GraphError(400, 'BadRequest', 'Empty Payload. JSON content expected.');
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw notJson();
    throw error;
  }
}

/** The properties of a body that must be an object. */
export function asProperties(body: unknown): Map<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return new Map(Object.entries(body));
  throw notJson();
}
