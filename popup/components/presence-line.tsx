import type { Presence } from '../../src/data/presence.ts';
import { isAboutConsent } from '../../src/in-the-way.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say } from '../../src/words.ts';
import type { Reading } from '../data/use-reading.ts';
import { MENU_ID } from './me-button.tsx';
import { AVAILABILITY_WORDS, PresenceDot } from './presence-dot.tsx';

interface Props {
  presence: Reading<Presence>;
  /** Asks for the permission. */
  onWant(): void;
}

/** How Teams shows the person; where it may not be seen, an offer to. Nothing where it is only not known. */
export function PresenceLine({ presence: { data, obstacle }, onWant }: Props) {
  if (data) {
    return (
      <p class="own-presence">
        <PresenceDot availability={data.availability} />
        <span aria-hidden="true">{say(AVAILABILITY_WORDS[data.availability])}</span>
        <button type="button" class="button" popovertarget={MENU_ID}>
          {say('presenceChange')}
        </button>
      </p>
    );
  }
  if (!isAboutConsent(obstacle)) return null;
  return (
    <p class="own-presence own-presence-offer">
      <Icon name="person" />
      <span>{say('presenceOffer')}</span>
      <button type="button" class="button" onClick={onWant}>
        {say('turnOn')}
      </button>
    </p>
  );
}
