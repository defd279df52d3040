import type { FileKind } from '../../src/data/files.ts';
import { Icon, type IconName } from '../../src/ui/icon.tsx';

/** What stands on the tile of a kind: letters, as on the programs' own icons, or a drawing. */
const TILES: Record<FileKind, { text: string } | { icon: IconName }> = {
  word: { text: 'W' },
  excel: { text: 'X' },
  powerpoint: { text: 'P' },
  notebook: { text: 'N' },
  pdf: { text: 'PDF' },
  image: { icon: 'image' },
  video: { icon: 'video' },
  audio: { icon: 'audio' },
  archive: { text: 'ZIP' },
  text: { text: 'TXT' },
  code: { text: '</>' },
  folder: { icon: 'folder' },
  other: { icon: 'document' },
};

/** What kind of file it is, at a glance; its name says the same. */
export function FileIcon({ kind }: { kind: FileKind }) {
  const tile = TILES[kind];
  return (
    <span class={`file-icon file-${kind}`} aria-hidden="true">
      {'text' in tile ? (
        <span class={tile.text.length > 1 ? 'file-letters' : ''}>{tile.text}</span>
      ) : (
        <Icon name={tile.icon} />
      )}
    </span>
  );
}
