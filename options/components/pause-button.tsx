import { describePermission, type Permission } from '../../src/permissions.ts';
import { say } from '../../src/words.ts';
import type { State } from '../standing.ts';
import { Sign } from './sign.tsx';

/** Has Lanyard stop, or go on, using a permission. */
export type PauseSwitch = (permission: Permission, isPaused: boolean) => void;

interface Props {
  permission: Permission;
  state: State;
  setPaused: PauseSwitch;
}

/** Pause, or once it is paused, resume: one button, so that the focus stays where it is. */
export function PauseButton({ permission, state, setPaused }: Props) {
  const isPaused = state === 'paused';
  const words = say(isPaused ? 'resume' : 'pause');
  return (
    <button
      type="button"
      class={`button ${isPaused ? 'resume' : 'pause'}`}
      aria-label={`${words}: ${say(describePermission(permission).name)}`}
      onClick={() => setPaused(permission, !isPaused)}
    >
      <Sign name={isPaused ? 'play' : 'pause'} />
      {words}
    </button>
  );
}
