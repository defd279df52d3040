import { type Consenter, describePermission } from '../../src/permissions.ts';
import { Icon } from '../../src/ui/icon.tsx';
import { say, type WordKey } from '../../src/words.ts';
import type { Unasked } from '../standing.ts';
import { ABOUT } from './permission-card.tsx';
import { Sign } from './sign.tsx';

interface Props {
  entry: Unasked;
}

const CONSENTERS: Record<Consenter, WordKey> = {
  person: 'consenterPerson',
  'administrator-by-default': 'consenterByDefault',
  administrator: 'consenterAdministrator',
};

/** A permission that nobody has been asked for: what it would be, and who would probably have to say yes. */
export function CatalogueEntry({ entry: { permission, consenter, partOf } }: Props) {
  const { name, lets } = describePermission(permission);
  return (
    <li class="entry" data-permission={permission} data-state="not-asked">
      <Sign name={ABOUT[permission]} />
      <div>
        <h3>{say(name)}</h3>
        <code>{permission}</code>
        <p>{say(lets)}</p>
        {partOf === null ? (
          <p class="consenter">
            <Icon name={consenter === 'person' ? 'person' : 'building'} />
            {say(CONSENTERS[consenter])}
          </p>
        ) : (
          <p class="consenter">
            <Sign name="part" />
            {say('alreadyPartOf', partOf)}
          </p>
        )}
      </div>
    </li>
  );
}
