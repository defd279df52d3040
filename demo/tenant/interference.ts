import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { CannedAnswer, Delay, GraphFault, NetworkFault } from './faults.ts';

/** Waits as long as a fault asks for. */
export async function hold(delay: Delay | null): Promise<void> {
  if (typeof delay === 'number') await wait(delay, undefined, { ref: false });
  else await delay;
}

/** A fault that leaves no answer at all. */
export const isSilent = (fault: GraphFault | null): fault is Exclude<NetworkFault, 'truncate'> =>
  fault === 'hang' || fault === 'reset';

export const isCanned = (fault: GraphFault | null): fault is CannedAnswer =>
  typeof fault === 'object' && fault !== null;

/** Leaves a request without its answer; done when the connection is gone, whoever closed it. */
export async function fallSilent(
  fault: Exclude<NetworkFault, 'truncate'>,
  response: ServerResponse,
): Promise<void> {
  if (fault === 'reset') response.destroy();
  if (response.closed) return;
  await new Promise<void>((resolve) => response.once('close', resolve));
}

/** The first half. HTTP says it is whole, as a proxy does that gave up: only what parses the body can tell. */
export const cutShort = <Body extends string | Uint8Array>(body: Body) =>
  body.slice(0, Math.floor(body.length / 2));
