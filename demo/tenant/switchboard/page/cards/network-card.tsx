import { useBoard } from '../board.ts';
import { type Endpoint, endpointNames, isNetworkCut, readDelay, readThrottle } from '../faults.ts';
import { type Order, orders } from '../orders.ts';
import { Amount } from '../parts/amount.tsx';
import { Group } from '../parts/group.tsx';
import { Switch } from '../parts/switch.tsx';
import { nameShift } from '../standing.ts';
import { nameTime } from '../times.ts';
import { useLever } from '../use-lever.ts';

/** The way between Lanyard and Microsoft, and time. */
export function NetworkCard() {
  return (
    <article class="card" aria-labelledby="network">
      <header class="card-head">
        <div>
          <h2 id="network">Network and time</h2>
          <p class="quiet">For everybody</p>
        </div>
      </header>
      <Cut />
      <Amounts
        title="Throttle"
        hint="429, and so many seconds to wait"
        endpoints={['token', 'graph']}
        usual={30}
        read={readThrottle}
        order={orders.throttle}
        said={(name, seconds) => `${name}: ${seconds === null ? 'no 429 any more' : `429 for ${seconds} s`}.`}
      />
      <Amounts
        title="Delay"
        hint="each answer comes so many seconds late"
        endpoints={['token', 'graph', 'authorize']}
        usual={5}
        read={readDelay}
        order={orders.delay}
        said={(name, seconds) => `${name}: answers ${seconds === null ? 'at once' : `${seconds} s late`}.`}
      />
      <Time />
    </article>
  );
}

function Cut() {
  const lever = useLever();
  const isCut = isNetworkCut(useBoard().tenant.faults);
  return (
    <Group title="Network" lever={lever}>
      <Switch
        label="Cut the network"
        hint="every connection is closed without an answer"
        isOn={isCut}
        isUsual={!isCut}
        onFlip={(on) =>
          lever.pull(orders.cutNetwork(on), on ? 'The network is cut.' : 'The network is there again.')
        }
      />
    </Group>
  );
}

interface AmountsProps<Name extends Endpoint> {
  title: string;
  hint: string;
  endpoints: readonly Name[];
  usual: number;
  read(faults: Readonly<Record<string, unknown>>, endpoint: Name): number | null;
  order(endpoint: Name, seconds: number | null): Order;
  said(name: string, seconds: number | null): string;
}

function Amounts<Name extends Endpoint>(props: AmountsProps<Name>) {
  const { title, hint, endpoints, usual, read, order, said } = props;
  const lever = useLever();
  const { faults } = useBoard().tenant;
  return (
    <Group title={title} lever={lever}>
      <p class="fine">{hint}</p>
      {endpoints.map((endpoint) => (
        <Amount
          key={endpoint}
          label={endpointNames[endpoint]}
          verb={title}
          usual={usual}
          current={read(faults, endpoint)}
          onSet={(seconds) => lever.pull(order(endpoint, seconds), said(endpointNames[endpoint], seconds))}
        />
      ))}
    </Group>
  );
}

function Time() {
  const lever = useLever();
  const { clock } = useBoard().tenant;
  const advance = (hours: number) => lever.pull(orders.advanceClock(hours), `${hours} h have passed.`);
  return (
    <Group title="Clock and keys" lever={lever}>
      <p class="fine">
        It is {nameTime(clock.now)} in the tenant
        {clock.shift === 0 ? ', as on this computer.' : `, ${nameShift(clock.shift)}.`}
      </p>
      <div class="row">
        <button type="button" onClick={() => advance(1)}>
          1 h later
        </button>
        <button type="button" onClick={() => advance(24)}>
          24 h later
        </button>
        <button
          type="button"
          title="New tokens are signed with a fresh key; the old one stays published"
          onClick={() => lever.pull(orders.rotateKeys(), 'Tokens are signed with a fresh key.')}
        >
          Rotate signing keys
        </button>
      </div>
    </Group>
  );
}
