import { say, type WordKey } from '../../src/words.ts';
import type { Row } from '../standing.ts';
import type { PauseSwitch } from './pause-button.tsx';
import { PermissionCard } from './permission-card.tsx';

interface Props {
  kind: 'in-use' | 'refused';
  rows: readonly Row[];
  now: number;
  /** None where nothing is in use that could be paused. */
  setPaused?: PauseSwitch;
}

const WORDS: Record<Props['kind'], { title: WordKey; text: WordKey; none: WordKey | null }> = {
  'in-use': { title: 'inUseTitle', text: 'inUseText', none: 'inUseNone' },
  refused: { title: 'refusedTitle', text: 'refusedText', none: null },
};

/** The permissions that Lanyard may use, or those that it asked for and did not get. */
export function PermissionList({ kind, rows, now, setPaused }: Props) {
  const { title, text, none } = WORDS[kind];
  if (rows.length === 0 && !none) return null;
  return (
    <section class={`permissions permissions-${kind}`}>
      <h2>{say(title)}</h2>
      <p class="lead">{say(rows.length === 0 && none ? none : text)}</p>
      {rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <PermissionCard key={row.permission} row={row} now={now} setPaused={setPaused} />
          ))}
        </ul>
      )}
    </section>
  );
}
