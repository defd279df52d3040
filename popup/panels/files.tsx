import { useState } from 'preact/hooks';
import { say } from '../../src/words.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { PanelFrame } from '../components/panel-frame.tsx';
import { SearchField } from '../components/search-field.tsx';
import { useReading } from '../data/use-reading.ts';
import { FileList } from '../files/file-list.tsx';
import { FileResults } from '../files/file-results.tsx';
import { useFileSearch } from '../files/use-file-search.ts';
import { webApps } from '../web-apps.ts';
import type { PanelProps } from './panel.ts';

/** The files that were used last, and a search for the others. */
export function Files(props: PanelProps) {
  const { session, act } = props;
  const { account, revision } = session;
  const reading = useReading('getFiles', props);
  const [text, setText] = useState('');
  const search = useFileSearch(account.id, revision, text);
  // There is nothing to search in, or no permission to.
  const isSearchable = reading.data ? reading.data.hasDrive : reading.obstacle === null && !session.obstacle;
  return (
    <PanelFrame
      {...props}
      reading={reading}
      purpose="files"
      webApp={webApps(account.isPersonal).files}
      toolbar={
        isSearchable && (
          <SearchField class="file-search" text={text} label={say('filesSearch')} onType={setText} />
        )
      }
    >
      {({ hasDrive, items }) => {
        if (!hasDrive) return <EmptyState icon="folder" title="noDriveTitle" text="noDriveText" />;
        if (text.trim() !== '') return <FileResults search={search} session={session} act={act} />;
        if (items.length === 0) {
          return <EmptyState icon="folder" title="filesEmptyTitle" text="filesEmptyText" />;
        }
        return <FileList label={say('recentFiles')} files={items} />;
      }}
    </PanelFrame>
  );
}
