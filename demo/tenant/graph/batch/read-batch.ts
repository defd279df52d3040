import * as v from 'valibot';
import { GraphError } from '../errors.ts';

const mostParts = 20;

const Part = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  method: v.pipe(v.string(), v.toUpperCase(), v.regex(/^(GET|POST|PATCH|PUT|DELETE)$/)),
  // An absolute address is none of Graph's parts; a path that begins with two slashes would name another host.
  url: v.pipe(v.string(), v.nonEmpty(), v.regex(/^(?![a-z][a-z\d+.-]*:|\/\/)/i)),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  body: v.optional(v.unknown()),
  dependsOn: v.optional(v.array(v.string()), []),
});

/** One request of a batch. */
export type Part = v.InferOutput<typeof Part>;

const Batch = v.object({ requests: v.pipe(v.array(Part), v.nonEmpty()) });

const refuse = (message: string) => new GraphError(400, 'BadRequest', message);

/** Puts the parts into an order in which each comes after those it waits for: the free ones first, turned round. */
function sortParts(parts: readonly Part[]): Part[] {
  const sorted = parts.filter(({ dependsOn }) => dependsOn.length === 0).reverse();
  const ids = new Set(sorted.map(({ id }) => id));
  let waiting = parts.filter(({ dependsOn }) => dependsOn.length > 0);
  while (waiting.length > 0) {
    const ready = waiting.find(({ dependsOn }) => dependsOn.every((id) => ids.has(id)));
    if (!ready) throw refuse('The requests of the batch depend on each other in a circle.');
    sorted.push(ready);
    ids.add(ready.id);
    waiting = waiting.filter((part) => part !== ready);
  }
  return sorted;
}

/**
 * Reads the body of a `$batch` (Microsoft Graph, "Combine multiple HTTP requests using JSON batching"), in the order in
 * which the parts are answered, which is another than the one asked for: Graph promises none.
 */
export function readBatch(body: unknown): Part[] {
  const found = v.safeParse(Batch, body);
  if (!found.success) throw refuse('Invalid batch payload format.');
  const { requests } = found.output;
  if (requests.length > mostParts) {
    throw refuse(`Number of batch request steps exceeds the maximum value of ${mostParts}.`);
  }
  const ids = new Set(requests.map(({ id }) => id.toLowerCase()));
  if (ids.size < requests.length) throw refuse('Request Id has to be unique in a batch.');
  for (const { id, dependsOn } of requests) {
    const known = requests.map((each) => each.id);
    const strange = dependsOn.find((each) => !known.includes(each));
    if (strange !== undefined) throw refuse(`Request '${id}' depends on '${strange}', which is not there.`);
  }
  for (const { id, method, headers, body } of requests) {
    const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
    const isWrite = method !== 'GET' && method !== 'DELETE';
    // One such part is enough for Graph to run none of them (microsoftgraph/msgraph-sdk-dotnet#2628).
    if (isWrite && (body === undefined || !hasType)) {
      throw refuse(`Write request id : ${id} does not contain Content-Type header or body.`);
    }
  }
  return sortParts(requests);
}
