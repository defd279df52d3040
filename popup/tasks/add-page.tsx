import type { Edit } from '../../src/edits.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import type { Editing } from '../data/use-editing.ts';
import { useFrontPage } from './use-front-page.ts';

interface Props {
  editing: Editing;
}

/** Makes a task of the page in front, once; says why not where that is no page of the web. */
export function AddPage({ editing }: Props) {
  const task = useFrontPage();
  const isMine = (edit: Edit) => edit.kind === 'add-task' && edit.link !== null && edit.link === task?.link;
  const isUnderWay = editing.underWay.some(isMine);
  const isAdded = !isUnderWay && editing.since(0).some(isMine);
  // Not `disabled`, which would take the focus from the button that says what has come of it.
  const isReady = task && !isAdded && !editing.underWay.some(({ kind }) => kind === 'add-task');
  return (
    <button
      type="button"
      class="button button-quiet add-page"
      aria-disabled={!isReady}
      title={task === null ? say('addPageImpossible') : task?.title}
      onClick={() => isReady && editing.make(task)}
    >
      <Icon name={isAdded ? 'check' : 'link'} />
      {say(isAdded ? 'pageAdded' : 'addPage')}
    </button>
  );
}
