import type { Farewell } from '../../src/contract.ts';
import { Breakable } from '../../src/ui/breakable.tsx';
import { Icon } from '../../src/ui/icon.tsx';
import { Offers } from '../../src/ui/obstacle-card.tsx';
import type { Act } from '../../src/ui/use-session.ts';
import { say } from '../../src/words.ts';

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
