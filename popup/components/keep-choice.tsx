import type { Keep } from '../../src/keep.ts';
import type { Act } from '../../src/ui/use-session.ts';
import { say } from '../../src/words.ts';

interface Props {
  keep: Keep;
  act: Act;
}

/** Whether sign-in outlives the browser; the box is for those who share a computer. */
export function KeepChoice({ keep, act }: Props) {
  return (
    <label class="keep" title={say('keepText')}>
      <input
        type="checkbox"
        checked={keep === 'until-close'}
        onChange={(event) => act('setKeep', event.currentTarget.checked ? 'until-close' : 'on-disk')}
      />
      {say('keepLabel')}
    </label>
  );
}
