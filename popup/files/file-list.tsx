import { useState } from 'preact/hooks';
import type { FileItem } from '../../src/data/files.ts';
import { announce } from '../../src/ui/announce.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import { useNow } from '../use-now.ts';
import { FileRow } from './file-row.tsx';

interface Props {
  label: string;
  files: readonly FileItem[];
}

/** Files, one below the other, each with a button that copies its link. */
export function FileList({ label, files }: Props) {
  const now = useNow();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = ({ id, url }: FileItem) => {
    // Where the browser refuses, nothing is said to be copied; a click on the row still leads there.
    navigator.clipboard.writeText(url).then(
      () => {
        setCopied(id);
        announce(say('linkCopied'));
      },
      () => setCopied(null),
    );
  };
  return (
    <ul class="rows" aria-label={label}>
      {files.map((file) => (
        <li key={file.id} class={file.id === copied ? 'file-copied' : undefined}>
          <FileRow
            file={file}
            now={now}
            actions={<CopyLink file={file} isCopied={file.id === copied} onCopy={copy} />}
          />
        </li>
      ))}
    </ul>
  );
}

interface CopyLinkProps {
  file: FileItem;
  isCopied: boolean;
  onCopy(file: FileItem): void;
}

function CopyLink({ file, isCopied, onCopy }: CopyLinkProps) {
  return (
    <button
      type="button"
      class="button button-subtle copy-link"
      aria-label={say('copyLinkTo', file.name)}
      onClick={() => onCopy(file)}
    >
      <Icon name={isCopied ? 'check' : 'link'} />
      {say(isCopied ? 'linkCopied' : 'copyLink')}
    </button>
  );
}
