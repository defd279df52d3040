import { type Consenter, likelyConsenter, type Permission } from '../../permissions.ts';
import { say, type WordKey } from '../../words.ts';
import { Icon, type IconName } from '../icon.tsx';

interface Props {
  permissions: readonly Permission[];
  isPersonal: boolean;
}

const FORECASTS: Record<Consenter, { icon: IconName; text: WordKey }> = {
  person: { icon: 'window', text: 'forecastPerson' },
  'administrator-by-default': { icon: 'building', text: 'forecastByDefault' },
  administrator: { icon: 'building', text: 'forecastAdministrator' },
};

/** What comes next, and whose yes it is likely to take. */
export function Forecast({ permissions, isPersonal }: Props) {
  const { icon, text } = FORECASTS[likelyConsenter(permissions, isPersonal)];
  return (
    <p class="forecast">
      <Icon name={icon} />
      {say(text)}
    </p>
  );
}
