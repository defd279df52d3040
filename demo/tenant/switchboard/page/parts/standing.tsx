import { useBoard } from '../board.ts';
import { orders } from '../orders.ts';
import { describeUnusual } from '../standing.ts';
import { useLever } from '../use-lever.ts';
import { OutcomeLine } from './group.tsx';

/** What is not as usual now, and the way back. */
export function Standing() {
  const { tenant } = useBoard();
  const { outcome, pull } = useLever();
  const unusual = describeUnusual(tenant);
  return (
    <section class="standing" aria-label="What is unusual now">
      {unusual.length === 0 ? (
        <p class="quiet">Everything works as it should. Turn something and watch Lanyard.</p>
      ) : (
        <ul>
          {unusual.map((words) => (
            <li key={words} class="chip chip-set">
              {words}
            </li>
          ))}
        </ul>
      )}
      <div class="standing-end">
        <OutcomeLine outcome={outcome} />
        <button
          type="button"
          class="danger"
          title="Sessions, consents, tokens, levers, clock and log: as at the start"
          onClick={() => pull(orders.reset(), 'Everything is as at the start.')}
        >
          Reset everything
        </button>
      </div>
    </section>
  );
}
