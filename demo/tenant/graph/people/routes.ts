import {
  directoryReaders,
  managerReaders,
  peopleReaders,
  presenceReaders,
  presenceReadersOfAll,
  presenceWriters,
  profileReaders,
} from '../access.ts';
import { accessDenied, insufficientPrivileges } from '../errors.ts';
import { readUserPhoto } from '../photo.ts';
import type { GraphRoute } from '../routes.ts';
import { listPeople } from './list-people.ts';
import { listUsers } from './list-users.ts';
import { presenceForbidden, readPresence, readPresences } from './read-presence.ts';
import { readManager, readUser } from './read-user.ts';
import { clearPreferredPresence, setPreferredPresence } from './set-presence.ts';

const user = { method: 'GET', scopes: profileReaders, refuse: insufficientPrivileges } as const;
const presence = { method: 'GET', scopes: presenceReaders, refuse: presenceForbidden } as const;
const setting = { method: 'POST', scopes: presenceWriters, refuse: presenceForbidden } as const;

export const peopleRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: /^\/v1\.0\/me\/people$/i,
    scopes: peopleReaders,
    refuse: accessDenied,
    handler: listPeople,
  },
  { ...user, path: /^\/v1\.0\/me\/manager$/i, scopes: managerReaders, handler: readManager },
  { ...user, path: /^\/v1\.0\/users$/i, scopes: directoryReaders, handler: listUsers },
  { ...user, path: /^\/v1\.0\/users\/(?<id>[^/]+)$/i, handler: readUser },
  { ...user, path: /^\/v1\.0\/users\/(?<id>[^/]+)\/photo\/\$value$/i, handler: readUserPhoto },
  {
    ...user,
    path: /^\/v1\.0\/users\/(?<id>[^/]+)\/photos\/(?<size>[^/]+)\/\$value$/i,
    handler: readUserPhoto,
  },
  { ...presence, path: /^\/v1\.0\/(?:me|users\/(?<id>[^/]+))\/presence$/i, handler: readPresence },
  {
    method: 'POST',
    path: /^\/v1\.0\/communications\/getPresencesByUserId$/i,
    scopes: presenceReadersOfAll,
    refuse: presenceForbidden,
    handler: readPresences,
  },
  {
    ...setting,
    path: /^\/v1\.0\/(?:me|users\/(?<id>[^/]+))\/presence\/setUserPreferredPresence$/i,
    handler: setPreferredPresence,
  },
  {
    ...setting,
    path: /^\/v1\.0\/(?:me|users\/(?<id>[^/]+))\/presence\/clearUserPreferredPresence$/i,
    handler: clearPreferredPresence,
  },
];
