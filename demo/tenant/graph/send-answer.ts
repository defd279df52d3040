import type { ServerResponse } from 'node:http';
import type { GraphFault } from '../faults.ts';
import { cutShort } from '../interference.ts';
import type { GraphAnswer } from './routes.ts';

/** The type of everything that Graph writes as JSON. */
export const jsonType = 'application/json; odata.metadata=minimal; charset=utf-8';

/**
 * Writes an answer; one that stalls stays open until the client or the tenant closes the connection. Gives the size of it
 * in bytes, the headers as HTTP/1.1 writes them.
 */
export function sendAnswer(response: ServerResponse, answer: GraphAnswer, fault: GraphFault | null): number {
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
  return headSize(response) + Buffer.byteLength(whole);
}

/** The status line, a line for each header, and an empty one. */
function headSize(response: ServerResponse): number {
  const lines = Object.entries(response.getHeaders()).map(([name, value]) => `${name}: ${value}\r\n`);
  const first = `HTTP/1.1 ${response.statusCode} ${response.statusMessage}\r\n`;
  return Buffer.byteLength([first, ...lines, `date: ${new Date(0).toUTCString()}\r\n`, '\r\n'].join(''));
}
