import { useState } from 'preact/hooks';
import { ask } from '../../src/messaging.ts';
import { describePurpose } from '../../src/purposes.ts';
import { say } from '../../src/words.ts';
import { Barrier } from '../consent/barrier.tsx';
import { QuietCard } from '../consent/quiet-card.tsx';
import { useReply } from '../data/use-reply.ts';
import type { PanelProps } from '../panels/panel.ts';
import { presenceOffer } from './presence-offer.ts';

const PURPOSE = 'people-presence';

/** One line that offers to show who is available, and unfolds to the card that asks; nothing once that is settled. */
export function PresencePrompt({ session, act }: Pick<PanelProps, 'session' | 'act'>) {
  const { account, revision, obstacle: said } = session;
  const [isUnfolded, setUnfolded] = useState(false);
  const load = async () => {
    const ledger = await ask('getLedger', account.id);
    return { kind: 'ready', data: presenceOffer(ledger), readAt: Date.now() } as const;
  };
  const { reply, reload } = useReply(load, [account.id], revision);
  const offer = reply?.kind === 'ready' ? reply.data : null;
  // How the last click ended is told by the panel, with the same card.
  if (!offer || said) return null;
  return (
    <div class="people-presence">
      {isUnfolded ? (
        <Barrier
          session={session}
          purpose={PURPOSE}
          reply={{ kind: 'obstacle', obstacle: offer }}
          act={act}
          retry={reload}
          onLeave={() => setUnfolded(false)}
        />
      ) : (
        <QuietCard
          purpose={PURPOSE}
          icon="person"
          title={say(describePurpose(PURPOSE).title)}
          action={say('turnOn')}
          onAct={() => setUnfolded(true)}
        />
      )}
    </div>
  );
}
