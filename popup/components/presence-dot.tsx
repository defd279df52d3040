import type { Availability } from '../../src/data/presence.ts';
import { say, type WordKey } from '../../src/words.ts';

/** What each availability is called. */
export const AVAILABILITY_WORDS: Record<Availability, WordKey> = {
  Available: 'presenceAvailable',
  Busy: 'presenceBusy',
  DoNotDisturb: 'presenceDoNotDisturb',
  BeRightBack: 'presenceBeRightBack',
  Away: 'presenceAway',
  Offline: 'presenceIsOffline',
  unknown: 'presenceUnknown',
};

/** How somebody can be found, as a dot on their picture, told apart by form as well as by colour. */
export function PresenceDot({ availability }: { availability: Availability }) {
  const name = say(AVAILABILITY_WORDS[availability]);
  return <span class={`presence presence-${availability}`} role="img" aria-label={name} title={name} />;
}
