import { graphHost } from '../hosts.ts';
import { GraphError } from './errors.ts';
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
  /** How the next page is named; opaque for searches, whose links can be of use only as a whole. */
  paging?: '$skip' | '$skiptoken';
}

const tokenHead = 'page ';

/** The place in a list that a `$skiptoken` stands for; 400 for one that is none of ours. */
export function readSkipToken(token: string): number {
  const text = Buffer.from(token, 'base64url').toString();
  if (/^page \d+$/.test(text)) return Number(text.slice(tokenHead.length));
  throw new GraphError(400, 'ErrorInvalidUrlQuery', 'The skip token is badly formed.');
}

function nextLink(url: URL, skip: number, paging: '$skip' | '$skiptoken'): string {
  const next = new URL(url);
  for (const name of [...next.searchParams.keys()]) {
    if (/^\$skip(?:token)?$/i.test(name)) next.searchParams.delete(name);
  }
  const token = Buffer.from(tokenHead + skip).toString('base64url');
  next.searchParams.set(paging, paging === '$skip' ? String(skip) : token);
  return next.href;
}

/** A page of a collection; `@odata.nextLink` is there as long as anything is left (Microsoft Graph, "Paging"). */
export function answerPage<Item>(
  { url }: GraphRequest,
  { context, items, top, skip, isCounted, describe, paging = '$skip' }: Listing<Item>,
): GraphAnswer['body'] {
  const end = skip + top;
  return {
    '@odata.context': `https://${graphHost}/v1.0/$metadata#${context}`,
    ...(isCounted ? { '@odata.count': items.length } : {}),
    value: items.slice(skip, end).map(describe),
    ...(end < items.length ? { '@odata.nextLink': nextLink(url, end, paging) } : {}),
  };
}
