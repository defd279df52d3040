import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Order } from './orders.ts';
import type { Tenant } from './tenant-shape.ts';

/** What every lever works on. */
export interface Board {
  tenant: Tenant;
  /**
   * Sends an order and resolves to its answer once the tenant's new state is shown; else rejects with a sentence. The
   * log says in these words what was done.
   */
  send(order: Order, said: string): Promise<unknown>;
}

export const BoardContext = createContext<Board | null>(null);

export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (!board) throw new Error('This is no part of a board.');
  return board;
}
