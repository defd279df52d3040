import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';

/** While Microsoft's window is open: where to look. */
export function WindowNote() {
  return (
    <div class="note" role="status">
      <Icon name="window" />
      <div>
        <p>
          <strong>{say('signingInTitle')}</strong>
        </p>
        <p>{say('signingInHint')}</p>
      </div>
    </div>
  );
}
