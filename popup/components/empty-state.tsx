import { Icon, type IconName } from '../../src/ui/icon.tsx';
import { say, type WordKey } from '../../src/words.ts';

interface Props {
  icon: IconName;
  title: WordKey;
  text: WordKey;
}

/** There is nothing, and that is how it is. */
export function EmptyState({ icon, title, text }: Props) {
  return (
    <div class="empty-state" role="status">
      <span class="medallion">
        <Icon name={icon} />
      </span>
      <h2>{say(title)}</h2>
      <p>{say(text)}</p>
    </div>
  );
}
