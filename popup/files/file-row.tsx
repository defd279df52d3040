import type { ComponentChildren } from 'preact';
import type { FileItem } from '../../src/data/files.ts';
import { say } from '../../src/words.ts';
import { Row } from '../components/row.tsx';
import { longTime, shortTime } from '../times.ts';
import { FileIcon } from './file-icon.tsx';

interface Props {
  file: FileItem;
  now: number;
  /** Buttons of its own. */
  actions?: ComponentChildren;
}

/** One file: what it is, where it is, who changed it and when. A click opens it in the web app. */
export function FileRow({ file, now, actions }: Props) {
  const { name, kind, url, folder, changedBy, changedAt } = file;
  return (
    <Row
      class="file-row"
      href={url}
      lead={<FileIcon kind={kind} />}
      title={<span title={name}>{name}</span>}
      aside={
        <time dateTime={new Date(changedAt).toISOString()} title={longTime(changedAt)}>
          {shortTime(changedAt, now)}
        </time>
      }
      detail={
        <>
          {folder && <bdi>{folder}</bdi>}
          {folder && changedBy && ' · '}
          {changedBy && <bdi title={say('changedBy', changedBy)}>{changedBy}</bdi>}
        </>
      }
      actions={actions}
    />
  );
}
