import { say } from '../../src/words.ts';
import { Sign } from './sign.tsx';

interface Props {
  isPersonal: boolean;
}

/** Where each kind of account has the list of what it has allowed to apps. */
const PLACES = {
  work: 'https://myapps.microsoft.com',
  personal: 'https://account.live.com/consent/Manage',
};

/** How to end the consent itself, which is on record at Microsoft and not here. */
export function TakeBack({ isPersonal }: Props) {
  return (
    <section class="panel take-back-panel">
      <div>
        <h2>{say('takeBackTitle')}</h2>
        <p>{say('takeBackText')}</p>
        <p>{say(isPersonal ? 'takeBackPersonal' : 'takeBackWork')}</p>
      </div>
      <a
        class="button take-back"
        href={isPersonal ? PLACES.personal : PLACES.work}
        target="_blank"
        rel="noreferrer noopener"
      >
        {say('takeBack')}
        <Sign name="open" />
      </a>
    </section>
  );
}
