import { itemNotFound, readItemId } from '../item-id.ts';

/** The folders a mailbox has here by their well-known names, with the names that Outlook shows. */
export const folderNames = {
  inbox: 'Inbox',
  sentitems: 'Sent Items',
  drafts: 'Drafts',
  deleteditems: 'Deleted Items',
  archive: 'Archive',
} as const;

export type WellKnownFolder = keyof typeof folderNames;

const folderKeys: readonly WellKnownFolder[] = ['inbox', 'sentitems', 'drafts', 'deleteditems', 'archive'];

/** Reads the folder of a path: a well-known name in any case, or an id to the letter; 404 for another one. */
export function readFolderName(
  segment: string,
  folderIds: Readonly<Record<WellKnownFolder, string>>,
): WellKnownFolder {
  const named = folderKeys.find((name) => name === segment.toLowerCase());
  if (named) return named;
  const id = readItemId(segment);
  const found = folderKeys.find((name) => folderIds[name] === id);
  if (found) return found;
  throw itemNotFound();
}
