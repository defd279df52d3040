import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';

/** While Microsoft's window is open: where to look. */
export function WindowNote() {
  return (
    <p class="note" role="status">
      <Icon name="window" />
      <span>
        <strong>{say('signingInTitle')}</strong> {say('signingInHint')}
      </span>
    </p>
  );
}
