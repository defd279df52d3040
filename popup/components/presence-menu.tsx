import { CHOICES, type Presence } from '../../src/data/presence.ts';
import { isAboutConsent } from '../../src/in-the-way.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say, type WordKey } from '../../src/words.ts';
import type { Editing } from '../data/use-editing.ts';
import type { Reading } from '../data/use-reading.ts';
import type { Go } from '../use-place.ts';
import { MENU_ID } from './me-button.tsx';
import { AVAILABILITY_WORDS, PresenceDot } from './presence-dot.tsx';

interface Props {
  presence: Reading<Presence>;
  editing: Editing;
  go: Go;
}

/** How Teams shows the person to others, to be set from here; where it may not be seen, the way to that. */
export function PresenceMenu({ presence: { data, obstacle }, editing, go }: Props) {
  if (!data) {
    if (!isAboutConsent(obstacle)) return null;
    return (
      <button
        type="button"
        class="menu-item menu-line presence-show"
        popovertarget={MENU_ID}
        popovertargetaction="hide"
        onClick={() => go({ panel: 'you' })}
      >
        <Icon name="person" />
        {say('presenceOffer')}
      </button>
    );
  }
  const { availability } = data;
  return (
    <details class="presence-menu">
      <summary class="menu-item menu-line">
        <PresenceDot availability={availability} />
        {say(AVAILABILITY_WORDS[availability])}
        <Icon name="chevron-down" />
      </summary>
      <ul aria-label={say('presence')}>
        {CHOICES.map((choice) => (
          <li key={choice}>
            <Choice choice={choice} isChosen={choice === availability} editing={editing} />
          </li>
        ))}
        <li>
          <Choice choice={null} isChosen={false} editing={editing} />
        </li>
      </ul>
    </details>
  );
}

/** What one does, which is not always what one is then. */
function nameOf(choice: ChoiceProps['choice']): WordKey {
  if (choice === null) return 'presenceReset';
  return choice === 'Offline' ? 'presenceOffline' : AVAILABILITY_WORDS[choice];
}

interface ChoiceProps {
  /** Null leaves it to Teams again. */
  choice: (typeof CHOICES)[number] | null;
  isChosen: boolean;
  editing: Editing;
}

function Choice({ choice, isChosen, editing }: ChoiceProps) {
  const isBusy = editing.underWay.length > 0;
  return (
    <button
      type="button"
      class="menu-item menu-line presence-choice"
      data-choice={choice ?? 'reset'}
      aria-pressed={choice === null ? undefined : isChosen}
      popovertarget={MENU_ID}
      popovertargetaction="hide"
      aria-disabled={isBusy}
      onClick={() => isBusy || editing.make({ kind: 'set-presence', choice })}
    >
      {choice ? <PresenceDot availability={choice} /> : <Icon name="refresh" />}
      {say(nameOf(choice))}
      {isChosen && <Icon name="can" />}
    </button>
  );
}
