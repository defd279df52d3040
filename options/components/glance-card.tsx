import { useEffect, useRef } from 'preact/hooks';
import type { Account } from '../../src/contract.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import { describePermission } from '../../src/permissions.ts';
import { needsOf } from '../../src/purposes.ts';
import type { Act } from '../../src/ui/use-session.ts';
import { WATCHES, type WatchName, type WatchState } from '../../src/watches.ts';
import { say, sayAll } from '../../src/words.ts';
import { GLANCES, inFrontOf, sayState } from '../glance.ts';
import { useWatchSwitch } from '../use-watch-switch.ts';
import { GlanceObstacle } from './glance-obstacle.tsx';
import { Sign } from './sign.tsx';

interface Props {
  watch: WatchName;
  state: WatchState;
  account: Account;
  now: number;
  said: Obstacle | undefined;
  act: Act;
}

/** One thing that Lanyard can look for by itself: what it is, what it takes, the switch, and how it stands. */
export function GlanceCard({ watch, state, account, now, said, act }: Props) {
  const { isOn, isAsking, isRefused, turn, allow } = useWatchSwitch(account.id, watch, state, act);
  const { notice, barrier, isOutdated } = inFrontOf(watch, state, said);
  const dismiss = () => act('dismiss');
  useEffect(() => {
    if (isOutdated) dismiss();
  }, [isOutdated]);
  const field = useRef<HTMLInputElement>(null);
  const { title, text } = GLANCES[watch];
  const [id, about] = [`glance-${watch}`, `glance-${watch}-about`];
  const isSettled = state.isOn === isOn && !isAsking;
  return (
    <section class="glance-card" data-watch={watch} data-state={stateOf(isOn, isSettled && barrier !== null)}>
      <span class="medallion">
        <Sign name={watch === 'unread' ? 'mail' : 'calendar'} />
      </span>
      <div class="glance-words">
        <h3>
          <label for={id}>{say(title)}</label>
        </h3>
        <div id={about} class="glance-about">
          <p>{say(text)}</p>
          <p class="glance-takes">{say('glanceTakes', takesOf(watch))}</p>
        </div>
      </div>
      <input
        ref={field}
        id={id}
        class="switch"
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a box says itself whether it is checked (W3C, "ARIA in HTML").
        role="switch"
        checked={isOn}
        aria-describedby={about}
        onChange={({ currentTarget }) => turn(currentTarget.checked)}
      />
      <p class="glance-state" role="status">
        {isRefused && !isOn && say('glanceRefused')}
        {isAsking && say('glanceAsking')}
        {!isRefused && isSettled && sayState(state, barrier, now)}
      </p>
      {isSettled && barrier && (
        <GlanceObstacle
          watch={watch}
          notice={notice}
          obstacle={barrier}
          account={account}
          act={act}
          // What the last click came to is no more than that; what Microsoft says comes again by itself.
          onDismiss={barrier === said ? dismiss : undefined}
          onDismissNotice={dismiss}
          onAllow={allow}
          onTurnOff={() => {
            field.current?.focus();
            turn(false);
          }}
        />
      )}
    </section>
  );
}

function stateOf(isOn: boolean, isHeld: boolean): 'off' | 'held' | 'on' {
  if (!isOn) return 'off';
  return isHeld ? 'held' : 'on';
}

/** Everything that somebody has to allow for it. */
function takesOf(watch: WatchName): string {
  const permissions = needsOf(WATCHES[watch].purpose).map((permission) =>
    say(describePermission(permission).name),
  );
  const fromBrowser = 'browserPermission' in WATCHES[watch] ? [say('glanceNotifications')] : [];
  return sayAll([...permissions, ...fromBrowser], 'unit');
}
