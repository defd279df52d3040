import { graphHost } from '../hosts.ts';
import type { GraphAnswer, GraphRequest } from './routes.ts';

/** One list, of which an answer shows a page. */
export interface Listing<Item> {
  /** What follows `$metadata#` in the context. */
  context: string;
  items: readonly Item[];
  top: number;
  skip: number;
  isCounted: boolean;
  describe(item: Item): Record<string, unknown>;
}

function nextLink(url: URL, skip: number): string {
  const next = new URL(url);
  for (const name of [...next.searchParams.keys()]) {
    if (name.toLowerCase() === '$skip') next.searchParams.delete(name);
  }
  next.searchParams.set('$skip', String(skip));
  return next.href;
}

/** A page of a collection; `@odata.nextLink` is there as long as anything is left (Microsoft Graph, "Paging"). */
export function answerPage<Item>(
  { url }: GraphRequest,
  { context, items, top, skip, isCounted, describe }: Listing<Item>,
): GraphAnswer['body'] {
  const end = skip + top;
  return {
    '@odata.context': `https://${graphHost}/v1.0/$metadata#${context}`,
    ...(isCounted ? { '@odata.count': items.length } : {}),
    value: items.slice(skip, end).map(describe),
    ...(end < items.length ? { '@odata.nextLink': nextLink(url, end) } : {}),
  };
}
