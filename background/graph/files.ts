import type { FileItem, Files } from '../../src/data/files.ts';
import { fileSyncOf } from '../../src/storage.ts';
import type { AccountBook } from '../auth/accounts.ts';
import { isGone, listOf, readAs } from './answers.ts';
import type { Graph, GraphAccess } from './client.ts';
import { Item, toFileItem } from './file-shapes.ts';
import { readNewestFiles } from './newest-files.ts';
import { query } from './paths.ts';
import type { GraphAnswer } from './request.ts';
import { toLine } from './texts.ts';

const MOST_FILES = 25;

/**
 * The files somebody has used last. Microsoft is taking this question away, some time after November 2026
 * (https://learn.microsoft.com/graph/api/drive-recent), and has none in its place that `Files.Read` suffices for. Where
 * it brings nothing, the files of the drive that were changed last stand in, and are what is asked for from then on.
 * @throws AppError
 */
export async function readFiles(graph: Graph, book: AccountBook, accountId: string): Promise<Files> {
  const access = { accountId, purpose: 'files' } as const;
  if (!(await fileSyncOf(accountId).get())) {
    const recent = await ask(graph, access, '/me/drive/recent', MOST_FILES);
    // However Microsoft says that it is no more.
    const used = recent.status === 200 ? toItems(recent) : [];
    if (used.length > 0) return { hasDrive: true, items: used.slice(0, MOST_FILES) };
  }
  const newest = await readNewestFiles(graph, book, accountId);
  return newest ? { hasDrive: true, items: newest.slice(0, MOST_FILES) } : { hasDrive: false, items: [] };
}

/**
 * Files by what they are called and what is in them, in Graph's order, the best match first.
 * @throws AppError
 */
export async function searchFiles(
  graph: Graph,
  accountId: string,
  text: string,
  top = MOST_FILES,
): Promise<FileItem[]> {
  const words = toLine(text);
  if (words === '') return [];
  // A quote within quotes is doubled (OData, "URL Conventions"); nothing else of it can end the string or the segment.
  const literal = encodeURIComponent(words.replaceAll("'", "''"));
  const access = { accountId, purpose: 'files' } as const;
  const answer = await ask(graph, access, `/me/drive/root/search(q='${literal}')`, top);
  return isGone(answer) ? [] : toItems(answer).slice(0, top);
}

function ask(graph: Graph, access: GraphAccess, path: `/${string}`, top: number): Promise<GraphAnswer> {
  return graph.call(access, { path: query(path, Item, { $top: String(top) }) });
}

/** What could not be opened is left out. */
function toItems(answer: GraphAnswer): FileItem[] {
  return readAs(listOf(Item), answer).value.flatMap((item) => toFileItem(item) ?? []);
}
