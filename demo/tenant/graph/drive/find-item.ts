import { GraphError } from '../errors.ts';
import { type Picking, readPicking } from '../pick.ts';
import type { QueryOptions } from '../query-options.ts';
import type { GraphRequest } from '../routes.ts';
import { decodeSegment } from '../segment.ts';
import type { Drive, DriveItem } from './drive-item.ts';

/** How OneDrive refuses a token. */
export const driveDenied = (): GraphError => new GraphError(403, 'accessDenied', 'Access denied');

/** What OneDrive says of an item that is not there. */
const itemNotFound = () => new GraphError(404, 'itemNotFound', 'The resource could not be found.');

/** The drive of whoever asks; 404 for somebody who never had one. */
export function requireDrive({ person, stores }: GraphRequest): Drive {
  const drive = stores.driveOf(person);
  if (!drive) throw new GraphError(404, 'ResourceNotFound', "User's mysite not found.");
  return drive;
}

/** The item of it that the path names; ids are told apart by case at work, and not at home. */
export function requireItem(request: GraphRequest): { drive: Drive; item: DriveItem } {
  const drive = requireDrive(request);
  const segment = request.match.groups?.item ?? 'root';
  const id = segment === 'root' ? drive.rootId : decodeSegment(segment);
  const fold = (text: string) => (drive.isPersonal ? text.toUpperCase() : text);
  const item = drive.items.find((each) => fold(each.id) === fold(id));
  if (!item) throw itemNotFound();
  return { drive, item };
}

const properties = [
  'id',
  'name',
  'size',
  'webUrl',
  'createdDateTime',
  'lastModifiedDateTime',
  'createdBy',
  'lastModifiedBy',
  'eTag',
  'cTag',
  'file',
  'folder',
  'package',
  'root',
  'deleted',
  'searchResult',
  'fileSystemInfo',
  'parentReference',
  'remoteItem',
];

/** Reads `$select` for an item. */
export const readItemPicking = (options: QueryOptions): Picking =>
  readPicking(options, {
    type: 'microsoft.graph.driveItem',
    properties,
    usual: properties,
    always: ['@odata.etag', 'id', 'deleted'],
  });
