import type { Files } from '../../src/data/files.ts';
import { say } from '../../src/words.ts';
import { FileRow } from '../files/file-row.tsx';
import { Nothing } from './part.tsx';

const MOST = 3;

/** The files that were used last. */
export function TodayFiles({ files: { items, hasDrive }, now }: { files: Files; now: number }) {
  const recent = items.filter(({ kind }) => kind !== 'folder').slice(0, MOST);
  if (recent.length === 0) return <Nothing text={say(hasDrive ? 'filesNone' : 'noDriveTitle')} />;
  return (
    <ul class="card">
      {recent.map((file) => (
        <li key={file.id}>
          <FileRow file={file} now={now} />
        </li>
      ))}
    </ul>
  );
}
