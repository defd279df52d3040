import * as v from 'valibot';
import type { FileItem } from '../../src/data/files.ts';
import { AppError } from '../../src/errors.ts';
import { fileSyncOf } from '../../src/storage.ts';
import { type AccountBook, whileSignedIn } from '../auth/accounts.ts';
import type { Graph } from './client.ts';
import { readChanges } from './delta.ts';
import { Item, toFileItem } from './file-shapes.ts';
import { query } from './paths.ts';

/** More than are shown, for some of them may be deleted. */
const MOST_KEPT = 60;
const PAGE_SIZE = 200;
/** A drive of more than so many pages is gone through in several looks. */
const MOST_PAGES = 5;

const Entry = v.object({ ...Item.entries, deleted: v.nullish(v.looseObject({}), null) });

/**
 * The files of the person's drive that were changed last. The first look goes through the drive; each further one asks
 * only what has changed since. Null for somebody who has no drive.
 * @throws AppError
 */
export async function readNewestFiles(
  graph: Graph,
  book: AccountBook,
  accountId: string,
): Promise<FileItem[] | null> {
  const access = { accountId, purpose: 'files' } as const;
  const before = await fileSyncOf(accountId).get();
  const look = (path: string) =>
    readChanges(graph, access, { path: path as `/${string}` }, Entry, MOST_PAGES);
  const all = query('/me/drive/root/delta', Entry, { $top: String(PAGE_SIZE) });
  const known = before && (await look(before.next));
  const changes = known ?? (await look(all).catch(withoutDrive));
  if (changes === 'no-drive') return null;
  if (!changes) return before?.newest ?? [];
  const newest = merge(known ? (before?.newest ?? []) : [], changes.entries);
  const stored = fileSyncOf(accountId);
  // Memory that is full costs another look through the drive, and nothing else.
  await whileSignedIn(book, accountId, () =>
    stored.set({ next: changes.next, newest }).catch(() => stored.remove()),
  );
  return newest;
}

function merge(known: readonly FileItem[], entries: readonly v.InferOutput<typeof Entry>[]): FileItem[] {
  const byId = new Map(known.map((file) => [file.id, file]));
  for (const entry of entries) {
    const file = entry.deleted ? null : toFileItem(entry);
    if (file && file.kind !== 'folder') byId.set(entry.id, file);
    else byId.delete(entry.id);
  }
  return [...byId.values()].sort((one, other) => other.changedAt - one.changedAt).slice(0, MOST_KEPT);
}

/** 404 is the normal answer for an account that has none. */
function withoutDrive(thrown: unknown): 'no-drive' {
  if (thrown instanceof AppError && thrown.reason === 'not-found') return 'no-drive';
  throw thrown;
}
