import { graphHost } from '../../hosts.ts';
import { GraphError } from '../errors.ts';
import { asProperties } from '../incoming.ts';
import { ownerContext } from '../owner.ts';
import { readPicking } from '../pick.ts';
import { readOptions } from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { describeDrive, describeItem } from './describe-item.ts';
import type { Drive, DriveItem } from './drive-item.ts';
import { readItemPicking, requireDrive, requireItem } from './find-item.ts';

function prepareAnswer({ person, query }: GraphRequest, drive: Drive): (item: DriveItem) => GraphAnswer {
  const { suffix, cut } = readItemPicking(readOptions(query, ['$select']));
  const context = `${ownerContext(person)}/drive/items${suffix}/$entity`;
  return (item) => ({
    body: {
      '@odata.context': `https://${graphHost}/v1.0/$metadata#${context}`,
      ...cut(describeItem(drive, item)),
    },
  });
}

/** `GET /me/drive`. */
export function readDrive(request: GraphRequest): GraphAnswer {
  const everything = describeDrive(requireDrive(request));
  const names = Object.keys(everything);
  const { suffix, cut } = readPicking(readOptions(request.query, ['$select']), {
    type: 'microsoft.graph.drive',
    properties: names,
    usual: names,
    always: ['id'],
  });
  const context = `${ownerContext(request.person)}/drive${suffix}/$entity`;
  return { body: { '@odata.context': `https://${graphHost}/v1.0/$metadata#${context}`, ...cut(everything) } };
}

/** `GET /me/drive/root` and `GET /me/drive/items/{id}`. */
export function readItem(request: GraphRequest): GraphAnswer {
  const { drive, item } = requireItem(request);
  return prepareAnswer(request, drive)(item);
}

/** `PATCH /me/drive/items/{id}`: another name, and nothing else. */
export async function renameItem(request: GraphRequest): Promise<GraphAnswer> {
  const { drive, item } = requireItem(request);
  const answer = prepareAnswer(request, drive);
  const properties = asProperties(await request.readJson());
  const name = properties.get('name');
  if (typeof name !== 'string' || properties.size !== 1 || name === '' || /["*:<>?/\\|]/.test(name)) {
    throw new GraphError(400, 'invalidRequest', 'The provided name cannot contain any of those characters.');
  }
  Object.assign(item, { name, modified: request.now, change: drive.nextChange() });
  return answer(item);
}

/** `DELETE /me/drive/items/{id}`: into the recycle bin, with all that is in it. */
export function deleteItem(request: GraphRequest): GraphAnswer {
  const { drive, item } = requireItem(request);
  if (item.id === drive.rootId) throw new GraphError(403, 'accessDenied', 'The root cannot be deleted.');
  const change = drive.nextChange();
  function remove(gone: DriveItem): void {
    for (const child of drive.items.filter(({ parentId }) => parentId === gone.id)) remove(child);
    drive.items.splice(drive.items.indexOf(gone), 1);
    drive.removed.push({ id: gone.id, change });
  }
  remove(item);
  return { status: 204, body: '' };
}
