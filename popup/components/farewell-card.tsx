import type { Farewell } from '../../src/contract.ts';
import { say } from '../../src/words.ts';
import type { Act } from '../use-session.ts';
import { Breakable } from './breakable.tsx';
import { Icon } from './icon.tsx';
import { Offers } from './obstacle-card.tsx';

interface Props {
  farewell: Farewell;
  act: Act;
}

/** After signing out: that Microsoft's own session goes on, and the choice to end it as well. */
export function FarewellCard({ farewell, act }: Props) {
  return (
    <section class="obstacle obstacle-info" role="status">
      <Icon name="info" />
      <div class="obstacle-words">
        <h2>{say('farewellTitle')}</h2>
        <p>
          <Breakable text={say('farewellText', farewell.username)} />
        </p>
        <Offers
          offers={[
            { label: say('leaveSession'), run: () => act('dismiss') },
            { label: say('endSession'), run: () => act('endMicrosoftSession') },
          ]}
        />
      </div>
    </section>
  );
}
