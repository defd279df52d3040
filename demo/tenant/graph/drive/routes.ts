import { fileReaders, fileWriters } from '../access.ts';
import type { GraphRoute } from '../routes.ts';
import { deleteItem, readDrive, readItem, renameItem } from './change-item.ts';
import { deltaItems } from './delta-items.ts';
import { driveDenied } from './find-item.ts';
import { listChildren, listRecent, searchItems } from './list-items.ts';

const reading = { method: 'GET', scopes: fileReaders, refuse: driveDenied } as const;
const writing = { scopes: fileWriters, refuse: driveDenied } as const;
const item = /^\/v1\.0\/me\/drive\/(?:root|items\/(?<item>[^/]+))$/i;
const children = /^\/v1\.0\/me\/drive\/(?:root|items\/(?<item>[^/]+))\/children$/i;
const search = /^\/v1\.0\/me\/drive\/root\/search\(q=(?:'|%27)(?<q>.*)(?:'|%27)\)$/i;
const delta = /^\/v1\.0\/me\/drive\/root\/delta(?:\(token=(?<token>[^)]*)\)|\(\))?$/i;

export const driveRoutes: readonly GraphRoute[] = [
  { ...reading, path: /^\/v1\.0\/me\/drive$/i, handler: readDrive },
  { ...reading, path: /^\/v1\.0\/me\/drive\/recent(?:\(\))?$/i, handler: listRecent },
  { ...reading, path: search, handler: searchItems },
  { ...reading, path: delta, handler: deltaItems },
  { ...reading, path: children, handler: listChildren },
  { ...reading, path: item, handler: readItem },
  { ...writing, method: 'PATCH', path: item, handler: renameItem },
  { ...writing, method: 'DELETE', path: item, handler: deleteItem },
];
