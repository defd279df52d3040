import { presentObstacle } from '../../src/obstacles.ts';
import { Icon, type IconName } from '../../src/ui/icon.tsx';
import { say, type WordKey } from '../../src/words.ts';
import { Section } from '../components/section.tsx';
import type { Go } from '../use-place.ts';
import type { PageStanding, Source } from './standing.ts';

const OFFERS: Record<Source, { icon: IconName; text: WordKey }> = {
  calendar: { icon: 'calendar', text: 'offerCalendar' },
  mail: { icon: 'mail', text: 'offerMail' },
  tasks: { icon: 'tasks', text: 'offerTasks' },
  files: { icon: 'folder', text: 'offerFiles' },
};

interface Props {
  offered: PageStanding['offered'];
  /** Whether there is nothing else on the page yet. */
  isAll: boolean;
  go: Go;
}

/** What else the page could show, a line each: the panel that it leads to asks for the permission. */
export function Offers({ offered, isAll, go }: Props) {
  if (offered.length === 0) return null;
  return (
    <Section title={say(isAll ? 'offersFirst' : 'offersTitle')} class="today-part today-offers">
      <ul class="card">
        {offered.map(({ source, obstacle: { reason } }) => {
          const { icon, text } = OFFERS[source];
          const { action, title } = presentObstacle(reason);
          const label = say(action === 'allow' ? 'turnOn' : 'details');
          return (
            <li key={source} class="today-offer" data-panel={source} data-reason={reason}>
              <Icon name={icon} />
              <p>
                {say(text)}
                {action !== 'allow' && <span class="offer-why">{say(title)}</span>}
              </p>
              <button
                type="button"
                class="button"
                aria-label={`${label}: ${say(text)}`}
                onClick={() => go({ panel: source, message: null })}
              >
                {label}
              </button>
            </li>
          );
        })}
      </ul>
      {isAll && <p class="offers-note">{say('offersNote')}</p>}
    </Section>
  );
}
