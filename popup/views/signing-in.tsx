import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';

/** While Microsoft's window is open: where to look, and that nothing is lost if this closes. */
export function SigningIn() {
  return (
    <div class="view view-centred">
      <progress class="progress" aria-label={say('signingInTitle')} />
      <span class="medallion">
        <Icon name="window" />
      </span>
      <h2>{say('signingInTitle')}</h2>
      <p>{say('signingInText')}</p>
      <p class="hint">{say('signingInHint')}</p>
    </div>
  );
}
