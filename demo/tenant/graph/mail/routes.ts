import { attachmentReaders, mailReaders, mailWriters } from '../access.ts';
import { accessDenied } from '../errors.ts';
import type { GraphRoute } from '../routes.ts';
import { deltaMessages } from './delta-messages.ts';
import { listAttachments } from './list-attachments.ts';
import { listFolderMessages, listMessages } from './list-messages.ts';
import { moveMessage } from './move-message.ts';
import { patchMessage } from './patch-message.ts';
import { readFolder } from './read-folder.ts';
import { readMessage } from './read-message.ts';

const reading = { method: 'GET', scopes: mailReaders, refuse: accessDenied } as const;
const writing = { scopes: mailWriters, refuse: accessDenied } as const;
const message = /^\/v1\.0\/me\/messages\/(?<id>[^/]+)$/i;
const move = /^\/v1\.0\/me\/messages\/(?<id>[^/]+)\/move$/i;
const attachments = /^\/v1\.0\/me\/messages\/(?<id>[^/]+)\/attachments$/i;
const folder = /^\/v1\.0\/me\/mailFolders\/(?<folder>[^/]+)$/i;
const folderMessages = /^\/v1\.0\/me\/mailFolders\/(?<folder>[^/]+)\/messages$/i;
const folderDelta = /^\/v1\.0\/me\/mailFolders\/(?<folder>[^/]+)\/messages\/delta$/i;

export const mailRoutes: readonly GraphRoute[] = [
  { ...reading, path: /^\/v1\.0\/me\/messages$/i, handler: listMessages },
  { ...reading, path: message, handler: readMessage },
  { ...writing, method: 'PATCH', path: message, handler: patchMessage },
  { ...writing, method: 'POST', path: move, handler: moveMessage },
  // The basics of a message go without its attachments.
  { ...reading, path: attachments, scopes: attachmentReaders, handler: listAttachments },
  { ...reading, path: folder, handler: readFolder },
  { ...reading, path: folderMessages, handler: listFolderMessages },
  { ...reading, path: folderDelta, handler: deltaMessages },
];
