/** Who did something with a file. */
export interface Identity {
  id: string;
  displayName: string;
  email: string;
}

/** What kind of thing it is; a notebook is a package, which is neither a file nor a folder. */
export type ItemKind = { file: string } | { folder: true } | { package: 'oneNote' };

/** A file, a folder or a notebook. What PATCH may change is not read-only; times are epoch milliseconds. */
export interface DriveItem {
  readonly id: string;
  readonly kind: ItemKind;
  /** Null for the root, and for what is in somebody else's drive. */
  readonly parentId: string | null;
  /** In bytes; a folder's is the sum of what it holds. */
  readonly size: number;
  readonly created: number;
  readonly createdBy: Identity;
  readonly modifiedBy: Identity;
  /** When the owner of the drive last had it open; null for what they never had. */
  readonly used: number | null;
  /** Whose drive it is really in, for what others have shared. */
  readonly home: { driveId: string; owner: Identity } | null;
  name: string;
  modified: number;
  /** The number of the latest change of the drive that touched it. */
  change: number;
}

/** The OneDrive of one person. */
export interface Drive {
  readonly id: string;
  readonly isPersonal: boolean;
  readonly owner: Identity;
  readonly rootId: string;
  readonly items: DriveItem[];
  /** What others have shared with the owner. */
  readonly shared: readonly DriveItem[];
  readonly removed: { id: string; change: number }[];
  /** Of this drive alone: a delta token of another one is of no use here. */
  readonly generation: string;
  readonly change: number;
  nextChange(): number;
}

export const isFolder = ({ kind }: DriveItem): boolean => 'folder' in kind;

/** What is directly in a folder. */
export const childrenOf = (drive: Drive, id: string): DriveItem[] =>
  drive.items.filter(({ parentId }) => parentId === id);

/** The folders around an item, from the top down and without the root. */
export function pathOf(drive: Drive, item: DriveItem): DriveItem[] {
  const parent = drive.items.find(({ id }) => id === item.parentId);
  return !parent || parent.id === drive.rootId ? [] : [...pathOf(drive, parent), parent];
}
