import type { FileKind } from '../../src/data/files.ts';

/** Types that say what a file is; those that only say how it is packed come below. */
const BY_TYPE: readonly (readonly [RegExp, FileKind])[] = [
  [/^application\/(msword|vnd\.(ms-word|openxmlformats-officedocument\.wordprocessingml))/, 'word'],
  [/^application\/vnd\.(ms-excel|openxmlformats-officedocument\.spreadsheetml)/, 'excel'],
  [/^application\/vnd\.(ms-powerpoint|openxmlformats-officedocument\.presentationml)/, 'powerpoint'],
  [/^application\/(onenote|msonenote)/, 'notebook'],
  [/^application\/pdf$/, 'pdf'],
  [/^image\//, 'image'],
  [/^video\//, 'video'],
  [/^audio\//, 'audio'],
  [/^application\/(zip|x-zip-compressed|x-7z-compressed|gzip|x-tar|vnd\.rar|x-rar-compressed)$/, 'archive'],
];

const ENDINGS: readonly (readonly [FileKind, string])[] = [
  ['word', 'doc docx docm dot dotx odt rtf'],
  ['excel', 'xls xlsx xlsm xlsb xlt xltx ods csv'],
  ['powerpoint', 'ppt pptx pptm pot potx pps ppsx odp'],
  ['notebook', 'one onetoc2 onepkg'],
  ['pdf', 'pdf'],
  ['image', 'png jpg jpeg gif webp svg heic heif bmp tif tiff avif'],
  ['video', 'mp4 mov avi mkv webm wmv m4v'],
  ['audio', 'mp3 wav m4a flac ogg aac wma'],
  ['archive', 'zip 7z gz tar tgz rar xz bz2'],
  ['code', 'js ts jsx tsx json xml html css py java c h cpp cs go rs rb php sh ps1 sql yml yaml toml'],
  ['text', 'txt md log ini rst'],
];

const BY_ENDING: ReadonlyMap<string, FileKind> = new Map(
  ENDINGS.flatMap(([kind, endings]) => endings.split(' ').map((each) => [each, kind] as const)),
);

/** What is known of an item, as far as it says what kind it is. */
export interface KindHints {
  name: string;
  mimeType: string | null;
  isFolder: boolean;
  /** The `type` of a package: several files that are one thing, as a notebook is. */
  packageType: string | null;
}

/** What a file looks like in a list: by its type first, for names are anybody's, and then by how the name ends. */
export function kindOf({ name, mimeType, isFolder, packageType }: KindHints): FileKind {
  if (packageType !== null) return packageType === 'oneNote' ? 'notebook' : 'other';
  if (isFolder) return 'folder';
  const type = (mimeType ?? '').toLowerCase();
  const byType = BY_TYPE.find(([pattern]) => pattern.test(type))?.[1];
  return byType ?? kindOfEnding(name) ?? (type.startsWith('text/') ? 'text' : 'other');
}

function kindOfEnding(name: string): FileKind | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return BY_ENDING.get(ending) ?? null;
}
