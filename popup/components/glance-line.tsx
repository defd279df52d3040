import { useState } from 'preact/hooks';
import { ask } from '../../src/messaging.ts';
import { presentObstacle } from '../../src/obstacles.ts';
import { openPermissions } from '../../src/pages.ts';
import type { WatchName } from '../../src/watches.ts';
import { say, type WordKey } from '../../src/words.ts';
import { useReply } from '../data/use-reply.ts';
import type { PanelProps } from '../panels/panel.ts';

interface Props extends Pick<PanelProps, 'session' | 'act'> {
  watch: WatchName;
  /** Offers nothing: says only what is held up. */
  isOnlyHeld?: boolean;
}

const OFFERS: Record<WatchName, WordKey> = { unread: 'glanceOfferUnread', meetings: 'glanceOfferMeetings' };

const ID = 'glance-line';

/**
 * The last line of a panel: until it is taken up, what Lanyard could do, by the same permission, without being opened; and
 * what the browser keeps it from, which the mark on the icon sends people here to see.
 */
export function GlanceLine({ watch, isOnlyHeld = false, session, act }: Props) {
  const { account, revision } = session;
  const [isTried, setTried] = useState(false);
  const load = async () => {
    const watching = await ask('getWatching', account.id);
    return { kind: 'ready', data: watching[watch], readAt: Date.now() } as const;
  };
  const { reply } = useReply(load, [account.id, watch], revision);
  if (reply?.kind !== 'ready') return null;
  const { isOn, obstacle } = reply.data;
  // All else that may stand in the way is told by the panel itself.
  const isHeld = isOn && obstacle?.reason === 'notifications-off';
  if (isOnlyHeld ? !isHeld : isOn && !isTried && !isHeld) return null;
  const words = isHeld ? presentObstacle(obstacle.reason).title : isOn ? 'glanceOfferTaken' : OFFERS[watch];
  // What the browser asks about first begins on the Permissions page: the popup may close behind that question.
  const step = isOn && !isHeld ? 'glanceSettings' : watch === 'meetings' ? 'glanceSetUp' : 'turnOn';
  const turnOn = () => {
    setTried(true);
    act('setWatch', account.id, watch, true);
  };
  return (
    <p class="glance-line" data-watch={watch}>
      <span id={ID} role="status">
        {say(words)}
      </span>
      {/* One button, so that the focus stays where it is. */}
      <button
        type="button"
        class="button button-quiet"
        aria-describedby={ID}
        onClick={step === 'turnOn' ? turnOn : () => void openPermissions('glance')}
      >
        {say(step)}
      </button>
    </p>
  );
}
