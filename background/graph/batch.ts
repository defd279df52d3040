import * as v from 'valibot';
import { AppError, toAppError } from '../../src/errors.ts';
import { TOO_LARGE } from '../http.ts';
import { createLimiter, MOST_AT_ONCE } from './limiter.ts';
import { exchange, type GraphAnswer, type GraphRequest, headersOf } from './request.ts';

/** What Graph takes in one (Microsoft: "Combine multiple HTTP requests using JSON batching"). */
export const MOST_PARTS = 20;

const Part = v.object({
  id: v.string(),
  status: v.number(),
  headers: v.nullish(v.record(v.string(), v.string()), {}),
  body: v.nullish(v.unknown(), null),
});

const Answers = v.object({ responses: v.array(v.unknown()) });

/**
 * Sends several questions as one, and gives an answer for each: its own, or where there is none that of the whole, which
 * says nothing of its parts as long as it is 200. A part that cannot be read is no answer to that question alone; where
 * the whole is too large, each is asked by itself.
 * @throws AppError
 */
export async function exchangeBatch(
  token: string,
  requests: readonly GraphRequest[],
): Promise<GraphAnswer[]> {
  const parts = requests.map((request, index) => ({
    id: String(index + 1),
    method: 'GET',
    url: request.path,
    headers: headersOf(request),
  }));
  const outer = await post(token, { requests: parts });
  if (outer === 'too-large') return exchangeEach(token, requests);
  if (outer.status !== 200) return requests.map(() => ({ ...outer, origin: outer, isWhole: true }));
  const read = v.safeParse(Answers, outer.body);
  if (!read.success) throw new AppError('network-sign-in', { detail: 'batch' });
  const readable = read.output.responses.flatMap((part) => {
    const parsed = v.safeParse(Part, part);
    return parsed.success ? [parsed.output] : [];
  });
  const byId = new Map(readable.map((part) => [part.id, part]));
  return parts.map(({ id, headers }) => {
    const part = byId.get(id) ?? { id, status: 502, headers: {}, body: null };
    return toAnswer(part, { ...headers, ...Object.fromEntries(outer.headers) }, outer);
  });
}

/** Each by itself, in the places that the batch has taken (see `Collector`): no more at a time than before. */
function exchangeEach(token: string, requests: readonly GraphRequest[]): Promise<GraphAnswer[]> {
  const { run } = createLimiter(MOST_AT_ONCE);
  return Promise.all(requests.map((request) => run(1, () => exchange(token, request))));
}

/** Only questions go in a batch: one whose answer ends half-way may be asked once more. */
async function post(token: string, body: object, isAgain = false): Promise<GraphAnswer | 'too-large'> {
  try {
    return await exchange(token, { path: '/$batch', method: 'POST', body });
  } catch (thrown) {
    const { reason, detail } = toAppError(thrown);
    if (detail === TOO_LARGE) return 'too-large';
    if (reason !== 'network-sign-in' || detail === 'redirect' || isAgain) throw thrown;
    return post(token, body, true);
  }
}

/** A part has headers of its own; what it does not say of itself, such as the `request-id`, the whole says. */
function toAnswer(
  part: v.InferOutput<typeof Part>,
  around: Record<string, string>,
  origin: object,
): GraphAnswer {
  const headers = new Headers();
  for (const name of ['request-id', 'client-request-id', 'date']) {
    if (around[name]) headers.set(name, around[name]);
  }
  for (const [name, value] of Object.entries(part.headers)) {
    if (isHeader(name, value)) headers.set(name, value);
  }
  const isJson = typeof part.body !== 'string' || /\bjson\b/i.test(headers.get('content-type') ?? '');
  return { status: part.status, headers, body: isJson ? part.body : fromBase64(part.body), origin };
}

function isHeader(name: string, value: string): boolean {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}

/** What is no JSON comes in base64: photos. */
function fromBase64(text: unknown): Uint8Array | null {
  try {
    return Uint8Array.from(atob(String(text)), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
