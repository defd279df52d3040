import { say, type WordKey } from '../../src/words.ts';
import type { State } from '../standing.ts';
import { Sign, type SignName } from './sign.tsx';

interface Props {
  state: State;
}

const CHIPS: Record<State, { sign: SignName; words: WordKey }> = {
  granted: { sign: 'check', words: 'stateGranted' },
  covered: { sign: 'part', words: 'stateCovered' },
  paused: { sign: 'pause', words: 'statePaused' },
  'taken-back': { sign: 'taken-back', words: 'stateTakenBack' },
  waiting: { sign: 'waiting', words: 'stateWaiting' },
  declined: { sign: 'no', words: 'stateDeclined' },
  postponed: { sign: 'later', words: 'statePostponed' },
  unanswered: { sign: 'question', words: 'stateUnanswered' },
};

/** Where a permission stands, in a word; a change of it is read out. */
export function StateChip({ state }: Props) {
  const { sign, words } = CHIPS[state];
  return (
    <span class={`chip chip-${state}`} aria-live="polite">
      <Sign name={sign} />
      {say(words)}
    </span>
  );
}
