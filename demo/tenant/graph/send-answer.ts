import type { ServerResponse } from 'node:http';
import type { GraphFault } from '../faults.ts';
import { cutShort } from '../interference.ts';
import type { GraphAnswer } from './routes.ts';

/** The type of everything that Graph writes as JSON. */
export const jsonType = 'application/json; odata.metadata=minimal; charset=utf-8';

/** Writes an answer; one that stalls stays open until the client or the tenant closes the connection. */
export function sendAnswer(response: ServerResponse, answer: GraphAnswer, fault: GraphFault | null): void {
  const { status = 200, headers = {}, body } = answer;
  const isBinary = body instanceof Uint8Array;
  const isRaw = isBinary || typeof body === 'string';
  const whole = isRaw ? body : (JSON.stringify(body) ?? '');
  const hasType = !isBinary && whole !== '';
  response.writeHead(status, { ...(hasType ? { 'Content-Type': jsonType } : {}), ...headers });
  if (fault === 'stall') response.write(cutShort(whole));
  else if (fault === 'truncate') response.end(cutShort(whole));
  else if (fault === 'bom' && typeof whole === 'string') response.end(`\uFEFF${whole}`);
  else response.end(whole);
}
