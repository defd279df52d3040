import { createHash } from 'node:crypto';
import { organisation, type Person } from '../../people.ts';
import { type CastKey, cast } from '../cast.ts';
import { graphIdOf } from '../owner.ts';
import { idFor } from '../people/directory.ts';
import type { Drive, DriveItem, Identity, ItemKind } from './drive-item.ts';
import { homeFiles, homeShared } from './home-files.ts';
import { mediaTypeOf } from './media-types.ts';
import { type FileTemplate, workFiles, workShared } from './work-files.ts';

const hour = 3_600_000;
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const identify = (key: CastKey, people: readonly Person[]): Identity => {
  const { name, address } = cast[key];
  const person = people.find(({ userPrincipalName }) => userPrincipalName === address);
  const id = person ? graphIdOf(person) : idFor(address.endsWith(organisation.domain) ? name : address);
  return { id, displayName: name, email: address };
};

/** Ids as each kind of OneDrive has them: `b!…` and `01…` at work; at home, the drive's number before every item's. */
export function createDriveId(ownerId: string, isPersonal: boolean): string {
  const digest = createHash('sha512').update(`drive ${ownerId}`).digest();
  return isPersonal ? ownerId : `b!${digest.subarray(0, 48).toString('base64url')}`;
}

function createItemId(driveId: string, number: number, isPersonal: boolean): string {
  if (isPersonal) return `${driveId.toUpperCase()}!${100 + number}`;
  const digest = createHash('sha512').update(`${driveId} ${number}`).digest();
  return `01${Array.from(digest.subarray(0, 32), (byte) => base32[byte % 32]).join('')}`;
}

function kindOf(path: string): ItemKind {
  if (path.endsWith('/')) return { folder: true };
  return path.endsWith('.notebook') ? { package: 'oneNote' } : { file: mediaTypeOf(path) };
}

const nameOf = (path: string) =>
  path
    .replace(/\/$/, '')
    .replace(/^.*\//, '')
    .replace(/\.notebook$/, '');

const parentPathOf = (path: string) => /^(.*\/)[^/]+\/?$/.exec(path)?.[1] ?? '';

/** A drive as it is when nobody has touched it, with dates counted from now. */
export function createDrive(person: Person, people: readonly Person[], now: number): Drive {
  const isPersonal = person.kind === 'personal';
  const owner = { id: graphIdOf(person), displayName: person.displayName, email: person.userPrincipalName };
  const id = createDriveId(owner.id, isPersonal);
  const files = isPersonal ? homeFiles : workFiles;
  const numbers = new Map(files.map(({ path }, index) => [path, index + 1]));
  const idOf = (path: string) => createItemId(id, numbers.get(path) ?? 0, isPersonal);
  const whole = (template: FileTemplate): Omit<DriveItem, 'id' | 'parentId' | 'home'> => {
    const { path, size, age, by, used } = template;
    const modified = now - age * hour;
    const inside = files.filter((each) => path.endsWith('/') && each.path.startsWith(path));
    return {
      kind: kindOf(path),
      name: nameOf(path),
      size: inside.reduce((sum, each) => sum + each.size, size),
      created: modified - (age % 200) * hour,
      createdBy: owner,
      modifiedBy: by ? identify(by, people) : owner,
      used: used === undefined ? null : now - used * hour,
      modified,
      change: 0,
    };
  };
  const share = (template: FileTemplate, index: number): DriveItem => {
    const sharer = identify(template.by ?? 'rosalind', people);
    const driveId = createDriveId(
      isPersonal ? sharer.id.replaceAll('-', '').slice(0, 16) : sharer.id,
      isPersonal,
    );
    const itemId = createItemId(driveId, 900 + index, isPersonal);
    return {
      ...whole(template),
      id: itemId,
      parentId: null,
      createdBy: sharer,
      home: { driveId, owner: sharer },
    };
  };
  const root: DriveItem = {
    ...whole({ path: '/', size: files.reduce((sum, { size }) => sum + size, 0), age: 20_000 }),
    id: idOf(''),
    name: 'root',
    parentId: null,
    home: null,
  };
  let change = 0;
  return {
    id,
    isPersonal,
    owner,
    rootId: root.id,
    items: [
      root,
      ...files.map((file) => ({
        ...whole(file),
        id: idOf(file.path),
        parentId: idOf(parentPathOf(file.path)),
        home: null,
      })),
    ],
    shared: (isPersonal ? homeShared : workShared).map(share),
    removed: [],
    generation: crypto.randomUUID().slice(0, 8),
    get change() {
      return change;
    },
    nextChange: () => ++change,
  };
}
