import type { Account } from '../../src/contract.ts';
import type { Availability } from '../../src/data/presence.ts';
import { Avatar } from '../../src/ui/avatar.tsx';
import { say } from '../../src/words.ts';
import { AVAILABILITY_WORDS, PresenceDot } from './presence-dot.tsx';

/** The menu that it opens. */
export const MENU_ID = 'account-menu';

interface Props {
  account: Account;
  photo: string | null;
  /** Null where it is not known: not every account has one, nor has every person turned it on. */
  availability: Availability | null;
}

/** The person's own picture, with how others see them in Teams; a click opens the menu. */
export function MeButton({ account, photo, availability }: Props) {
  const label = say('accountMenu', account.username);
  return (
    <button
      type="button"
      class="menu-button"
      popovertarget={MENU_ID}
      aria-label={availability ? `${label}, ${say(AVAILABILITY_WORDS[availability])}` : label}
      title={account.username}
    >
      <Avatar name={account.name} photo={photo} />
      {availability && <PresenceDot availability={availability} />}
    </button>
  );
}
