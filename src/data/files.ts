import * as v from 'valibot';
import { epochMs, textOrNull } from './shapes.ts';

/** What a file looks like in a list. */
export const FILE_KINDS = [
  'word',
  'excel',
  'powerpoint',
  'notebook',
  'pdf',
  'image',
  'video',
  'audio',
  'archive',
  'text',
  'code',
  'folder',
  'other',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const FileItemShape = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(FILE_KINDS),
  url: v.string(),
  changedAt: epochMs,
  changedBy: textOrNull,
  folder: textOrNull,
});

/** A file or folder in OneDrive; `url` opens it in the web app (https); times are epoch milliseconds. */
export type FileItem = v.InferOutput<typeof FileItemShape>;

export const FilesShape = v.object({ hasDrive: v.boolean(), items: v.array(FileItemShape) });

/** The files somebody has used last. Not every account has a OneDrive. */
export type Files = v.InferOutput<typeof FilesShape>;
