import { mailReaders, mailWriters } from '../access.ts';
import { accessDenied } from '../errors.ts';
import type { GraphRoute } from '../routes.ts';
import { listFolderMessages, listMessages } from './list-messages.ts';
import { patchMessage } from './patch-message.ts';
import { readFolder } from './read-folder.ts';
import { readMessage } from './read-message.ts';

const reading = { method: 'GET', scopes: mailReaders, refuse: accessDenied } as const;
const message = /^\/v1\.0\/me\/messages\/(?<id>[^/]+)$/i;
const folder = /^\/v1\.0\/me\/mailFolders\/(?<folder>[^/]+)$/i;
const folderMessages = /^\/v1\.0\/me\/mailFolders\/(?<folder>[^/]+)\/messages$/i;

export const mailRoutes: readonly GraphRoute[] = [
  { ...reading, path: /^\/v1\.0\/me\/messages$/i, handler: listMessages },
  { ...reading, path: message, handler: readMessage },
  { method: 'PATCH', path: message, scopes: mailWriters, refuse: accessDenied, handler: patchMessage },
  { ...reading, path: folder, handler: readFolder },
  { ...reading, path: folderMessages, handler: listFolderMessages },
];
