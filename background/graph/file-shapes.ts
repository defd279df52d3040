import type { DriveItem, ItemReference, RemoteItem } from '@microsoft/microsoft-graph-types';
import * as v from 'valibot';
import type { FileItem } from '../../src/data/files.ts';
import { isoTime, nullableText, type Shape } from './answers.ts';
import { kindOf } from './file-kinds.ts';
import { nullableLine, toLine } from './texts.ts';
import { fileLink } from './web-links.ts';

/** What a file says of itself, and what it says of the file it stands for in somebody else's drive. */
const Facts = v.object({
  name: nullableLine,
  webUrl: nullableText,
  lastModifiedDateTime: v.fallback(v.nullish(isoTime, null), null),
  lastModifiedBy: v.nullish(
    v.object({ user: v.nullish(v.object({ displayName: nullableLine }), null) }),
    null,
  ),
  file: v.nullish(v.object({ mimeType: nullableText }), null),
  folder: v.nullish(v.looseObject({}), null),
  package: v.nullish(v.object({ type: nullableText }), null),
} satisfies Shape<DriveItem> & Shape<RemoteItem>);

/** Microsoft Graph v1.0, resource type `driveItem`. */
export const Item = v.object({
  id: v.string(),
  ...Facts.entries,
  parentReference: v.nullish(v.object({ path: nullableText } satisfies Shape<ItemReference>), null),
  remoteItem: v.nullish(Facts, null),
} satisfies Shape<DriveItem>);

/** An item as it is shown; null where it has no name, no time, or no link that may be followed. */
export function toFileItem({ remoteItem, ...own }: v.InferOutput<typeof Item>): FileItem | null {
  const name = own.name ?? remoteItem?.name ?? null;
  const url = fileLink(own.webUrl) ?? fileLink(remoteItem?.webUrl ?? null);
  const changedAt = own.lastModifiedDateTime ?? remoteItem?.lastModifiedDateTime ?? null;
  if (name === null || url === null || changedAt === null) return null;
  const kind = kindOf({
    name,
    mimeType: own.file?.mimeType ?? remoteItem?.file?.mimeType ?? null,
    isFolder: (own.folder ?? remoteItem?.folder ?? null) !== null,
    packageType: own.package?.type ?? remoteItem?.package?.type ?? null,
  });
  const changedBy = own.lastModifiedBy ?? remoteItem?.lastModifiedBy;
  return {
    id: own.id,
    name,
    kind,
    url,
    changedAt,
    changedBy: changedBy?.user?.displayName ?? null,
    folder: toFolderName(own.parentReference?.path ?? null),
  };
}

/** The last name of `/drive/root:/Documents/Reports%202026`, which is percent-encoded; the root has none. */
function toFolderName(path: string | null): string | null {
  const name = /:\/(?:.*\/)?([^/]+)$/.exec(path ?? '')?.[1] ?? '';
  try {
    return toLine(decodeURIComponent(name)) || null;
  } catch {
    // A percent sign that encodes nothing stands for itself.
    return toLine(name) || null;
  }
}
