import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import type { Editing } from '../data/use-editing.ts';
import type { MessageChange } from './message-changes.ts';

interface Props {
  change: MessageChange;
  editing: Editing;
  /** What the button is called among the classes: `archive-row`, `archive-message`. */
  place: 'row' | 'message';
  tabIndex?: number;
  /** What else follows from it. */
  onChange?: () => void;
}

/** A change to a message, as an icon with a name. */
export function ChangeButton({ change, editing, place, tabIndex = 0, onChange }: Props) {
  const { name, icon, label, edit } = change;
  return (
    <button
      type="button"
      class={`button button-icon ${name}-${place}`}
      aria-label={say(label)}
      title={say(label)}
      tabIndex={tabIndex}
      onClick={() => {
        editing.make(edit);
        onChange?.();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
