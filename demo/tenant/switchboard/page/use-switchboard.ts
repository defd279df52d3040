import { useRef, useState } from 'preact/hooks';
import type { Api, ApiFailure } from './api.ts';
import type { Board } from './board.ts';
import type { Mark } from './log-lines.ts';
import { orders } from './orders.ts';
import { useTenant } from './use-tenant.ts';

const keptMarks = 30;

interface BoardView {
  /** Null until the tenant has been seen. */
  board: Board | null;
  failure: ApiFailure | null;
  marks: readonly Mark[];
}

/** The tenant, and a hand on its levers that writes down what it does. */
export function useSwitchboard(api: Api): BoardView {
  const { tenant, failure, refresh } = useTenant(api);
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const shift = useRef(0);
  shift.current = tenant?.clock.shift ?? 0;

  const send: Board['send'] = async (order, said) => {
    const before = Date.now() + shift.current;
    const answer = await api.send(order);
    await refresh();
    // Where the clock was moved by this very order, the line belongs before what came since.
    const at = Math.min(before, Date.now() + shift.current);
    const isFresh = order.path === orders.reset().path;
    setMarks((known) => [...(isFresh ? [] : known), { at, text: said }].slice(-keptMarks));
    return answer;
  };
  return { board: tenant && { tenant, send }, failure, marks };
}
