import { createHash } from 'node:crypto';
import { utcSeconds } from '../time-zone.ts';
import { childrenOf, type Drive, type DriveItem, type Identity, isFolder, pathOf } from './drive-item.ts';
import { endingOf } from './media-types.ts';

const uniqueId = (id: string) => {
  const hex = createHash('sha256').update(id).digest('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
};

const describeIdentity = ({ id, displayName, email }: Identity) => ({ user: { email, id, displayName } });

/** Where somebody's files are on the web: at work, their address with underscores for all that is no letter. */
export const driveWebUrl = ({ email, id }: Identity, isPersonal: boolean): string =>
  isPersonal
    ? `https://onedrive.live.com/?cid=${id}`
    : `https://fernleigh-my.sharepoint.com/personal/${email.toLowerCase().replaceAll(/[^a-z0-9]/g, '_')}/Documents`;

/** At work, what Office opens has an address of Office's own; everything else is where it is kept. */
function itemWebUrl(drive: Drive, item: DriveItem): string {
  const owner = item.home?.owner ?? drive.owner;
  const base = driveWebUrl(owner, drive.isPersonal);
  if (drive.isPersonal) {
    return `${driveWebUrl({ ...owner, id: item.home?.driveId ?? owner.id }, true)}&id=${encodeURIComponent(item.id)}`;
  }
  if (['docx', 'xlsx', 'pptx', 'vsdx'].includes(endingOf(item.name))) {
    const site = base.replace(/\/Documents$/, '');
    const query = `sourcedoc=%7B${uniqueId(item.id)}%7D&file=${encodeURIComponent(item.name)}&action=default&mobileredirect=true`;
    return `${site}/_layouts/15/Doc.aspx?${query}`;
  }
  const names = [...pathOf(drive, item), item].map(({ name }) => encodeURIComponent(name));
  return item.id === drive.rootId ? base : `${base}/${names.join('/')}`;
}

function describeKind(drive: Drive, { id, kind }: DriveItem): Record<string, unknown> {
  if ('folder' in kind) return { folder: { childCount: childrenOf(drive, id).length } };
  if ('package' in kind) return { package: { type: kind.package } };
  return {
    file: { mimeType: kind.file, hashes: { quickXorHash: createHash('sha1').update(id).digest('base64') } },
  };
}

/** What Graph calls the kind of OneDrive. */
export const driveTypeOf = ({ isPersonal }: Drive) => (isPersonal ? 'personal' : 'business');

function describeParent(drive: Drive, item: DriveItem): Record<string, unknown> {
  const driveType = driveTypeOf(drive);
  if (item.home) return { driveType, driveId: item.home.driveId };
  if (item.parentId === null) return { driveType, driveId: drive.id };
  const folders = pathOf(drive, item);
  const start = drive.isPersonal ? '/drive/root:' : `/drives/${drive.id}/root:`;
  return {
    driveType,
    driveId: drive.id,
    id: item.parentId,
    name: folders.at(-1)?.name ?? (drive.isPersonal ? 'root' : 'Documents'),
    path: [start, ...folders.map(({ name }) => encodeURIComponent(name))].join('/'),
  };
}

/** A file, folder or notebook, as `driveItem` has it. What is in another's drive says so in `remoteItem`. */
export function describeItem(drive: Drive, item: DriveItem): Record<string, unknown> {
  const { id, name, size, created, modified, change } = item;
  const tag = `{${uniqueId(id)}},${change + 1}`;
  const stamps = { createdDateTime: utcSeconds(created), lastModifiedDateTime: utcSeconds(modified) };
  const main = {
    id,
    name,
    size,
    webUrl: itemWebUrl(drive, item),
    ...stamps,
    createdBy: describeIdentity(item.createdBy),
    lastModifiedBy: describeIdentity(item.modifiedBy),
    fileSystemInfo: stamps,
    ...describeKind(drive, item),
  };
  return {
    '@odata.etag': `"${tag}"`,
    eTag: `"${tag}"`,
    // A folder at work has none (driveItem resource type).
    ...(isFolder(item) && !drive.isPersonal ? {} : { cTag: `"c:${tag}"` }),
    ...main,
    parentReference: describeParent(drive, item),
    ...(id === drive.rootId ? { root: {} } : {}),
    ...(item.home
      ? {
          remoteItem: {
            ...main,
            parentReference: describeParent(drive, item),
            shared: { scope: 'users', owner: describeIdentity(item.home.owner) },
          },
        }
      : {}),
  };
}

/** The drive itself; its quota is a terabyte at work and five gigabytes at home. */
export function describeDrive(drive: Drive): Record<string, unknown> {
  const used = drive.items.reduce((sum, item) => sum + (isFolder(item) ? 0 : item.size), 0);
  const total = (drive.isPersonal ? 5 : 1024) * 1024 ** 3;
  return {
    createdDateTime: utcSeconds(drive.items[0]?.created ?? 0),
    description: '',
    id: drive.id,
    lastModifiedDateTime: utcSeconds(Math.max(...drive.items.map(({ modified }) => modified))),
    name: 'OneDrive',
    webUrl: driveWebUrl(drive.owner, drive.isPersonal),
    driveType: driveTypeOf(drive),
    createdBy: { user: { displayName: 'System Account' } },
    owner: describeIdentity(drive.owner),
    quota: { deleted: 0, remaining: total - used, state: 'normal', total, used },
  };
}
