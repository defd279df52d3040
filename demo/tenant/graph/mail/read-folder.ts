import { graphHost } from '../../hosts.ts';
import { ownerContext } from '../owner.ts';
import { readOptions } from '../query-options.ts';
import type { GraphAnswer, GraphRequest } from '../routes.ts';
import { readSelection, type Selectable } from '../select.ts';
import { folderNames, readFolderName } from './folders.ts';

const folderType: Selectable = {
  type: 'microsoft.graph.mailFolder',
  properties: [
    'id',
    'displayName',
    'parentFolderId',
    'childFolderCount',
    'unreadItemCount',
    'totalItemCount',
    'isHidden',
  ],
};

/** `GET /me/mailFolders/{name or id}`: the folder, with how much is in it now. */
export function readFolder({ person, mailbox, match, query }: GraphRequest): GraphAnswer {
  const selection = readSelection(readOptions(query, ['$select']), folderType, false);
  const { folderIds, rootId, messages } = mailbox();
  const name = readFolderName(match.groups?.folder ?? '', folderIds);
  const inside = messages.filter(({ folderId }) => folderId === folderIds[name]);
  const body = selection.cut({
    id: folderIds[name],
    displayName: folderNames[name],
    parentFolderId: rootId,
    childFolderCount: 0,
    unreadItemCount: inside.filter(({ isRead }) => !isRead).length,
    totalItemCount: inside.length,
    isHidden: false,
  });
  const context = `${ownerContext(person)}/mailFolders${selection.suffix}/$entity`;
  return { body: { '@odata.context': `https://${graphHost}/v1.0/$metadata#${context}`, ...body } };
}
