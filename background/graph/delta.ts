import * as v from 'valibot';
import { manyOf, nullableText, readAs } from './answers.ts';
import type { Graph, GraphAccess } from './client.ts';
import { pathOf } from './paging.ts';
import type { GraphAnswer, GraphRequest } from './request.ts';

/** What has changed since the last look. */
export interface Changes<T> {
  /** In Graph's order: of several with the same id the last one counts. */
  entries: T[];
  /** What to ask next time: for what follows, or for what has changed by then. */
  next: `/${string}`;
  /** Whether that is all there was. */
  isComplete: boolean;
}

/**
 * Follows a delta query (Microsoft: "Use delta query to track changes"): page by page, by links that are taken whole,
 * to a link for the next look. Null where Graph has forgotten what it told before: all of it is asked anew then.
 * @throws AppError
 */
export async function readChanges<T>(
  graph: Graph,
  access: GraphAccess,
  first: GraphRequest,
  entry: v.GenericSchema<unknown, T>,
  mostPages: number,
): Promise<Changes<T> | null> {
  const entries: T[] = [];
  let { path } = first;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: GraphAnswer = await graph.call(access, { ...first, path });
    if (isForgotten(answer)) return null;
    const read = readAs(Page(entry), answer);
    entries.push(...read.value);
    const link = read['@odata.nextLink'] ?? read['@odata.deltaLink'];
    if (link === null) return null;
    path = pathOf(link);
    if (read['@odata.nextLink'] === null) return { entries, next: path, isComplete: true };
  }
  return { entries, next: path, isComplete: false };
}

/** 410, or by its name (`syncStateNotFound`, `resyncRequired`) with another status. */
function isForgotten({ status, body }: GraphAnswer): boolean {
  if (status === 410) return true;
  const refusal = v.safeParse(Refusal, body);
  return status >= 400 && refusal.success && /^(syncState|resync)/i.test(refusal.output.error.code);
}

const Refusal = v.object({ error: v.object({ code: v.string() }) });

function Page<T>(entry: v.GenericSchema<unknown, T>) {
  return v.object({
    value: manyOf(entry),
    '@odata.nextLink': nullableText,
    '@odata.deltaLink': nullableText,
  });
}
