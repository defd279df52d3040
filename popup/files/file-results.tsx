import { Icon } from '../../src/ui/icon.tsx';
import { apart, say } from '../../src/words.ts';
import { RowsSkeleton } from '../components/rows-skeleton.tsx';
import { saying } from '../components/saying.ts';
import { Barrier } from '../consent/barrier.tsx';
import type { PanelProps } from '../panels/panel.ts';
import { FileList } from './file-list.tsx';
import type { FileSearch } from './use-file-search.ts';

interface Props extends Pick<PanelProps, 'session' | 'act'> {
  search: FileSearch;
}

/** What a search has found, or that it has found nothing, or why it could not look. */
export function FileResults({ search: { found, isSearching, retry }, session, act }: Props) {
  if (!found) return <RowsSkeleton />;
  const { text, reply } = found;
  if (reply.kind === 'obstacle') {
    // How the last click ended is said above.
    return (
      <Barrier session={saying(session, () => false)} purpose="files" reply={reply} act={act} retry={retry} />
    );
  }
  return (
    <div class="file-results" aria-busy={isSearching}>
      {reply.data.length === 0 ? (
        <div class="empty-state" role="status">
          <span class="medallion">
            <Icon name="search" />
          </span>
          <h2>{say('filesSearchNone', apart(text))}</h2>
          <p>{say('filesSearchHint')}</p>
        </div>
      ) : (
        <FileList label={say('filesFound')} files={reply.data} />
      )}
    </div>
  );
}
