import type * as v from 'valibot';
import { AppError } from '../../src/errors.ts';
import { GRAPH_ORIGIN } from '../../src/settings.ts';
import { listOf, readAs } from './answers.ts';
import type { Graph, GraphAccess } from './client.ts';
import type { GraphAnswer, GraphRequest } from './request.ts';

/**
 * All entries of a list, page by page (Microsoft: "Paging Microsoft Graph data in your app"): a page may be empty and
 * still have a next one, so only a missing link is the end; so are `mostPages`.
 * @throws AppError
 */
export async function readPages<T>(
  graph: Graph,
  access: GraphAccess,
  first: GraphRequest,
  entry: v.GenericSchema<unknown, T>,
  mostPages: number,
): Promise<T[]> {
  const found: T[] = [];
  let next: GraphRequest | null = first;
  for (let page = 0; next && page < mostPages; page += 1) {
    const answer: GraphAnswer = await graph.call(access, next);
    const { value, '@odata.nextLink': link } = readAs(listOf(entry), answer);
    found.push(...value);
    next = link === null ? null : { ...first, path: pathOf(link) };
  }
  return found;
}

/**
 * What stands behind the version in a link to the next page. It is taken whole, and only to where tokens may go: an
 * answer could name any host.
 * @throws AppError `microsoft-unavailable`
 */
export function pathOf(link: string): `/${string}` {
  const version = `${GRAPH_ORIGIN}/v1.0`;
  const url = URL.canParse(link) ? new URL(link).href : '';
  if (!url.startsWith(`${version}/`)) throw new AppError('microsoft-unavailable', { detail: 'next link' });
  return `/${url.slice(version.length + 1)}`;
}
