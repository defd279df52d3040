import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request } from 'node:https';

/** One answer of the tenant, read to its end. */
export interface Answer {
  url: string;
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
  /** The body as a JSON object; throws if it is none. */
  json(): Record<string, unknown>;
}

export interface Send {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** The name to ask for, if not the URL's own. */
  host?: string;
}

function readObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('not a JSON object');
  return { ...value };
}

/** The certificate is made fresh for each run, so that nobody could know it beforehand. */
const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });

/** Asks the tenant on `port` as a browser would whose name resolution points there: the URL keeps Microsoft's name. */
export function send(
  port: number,
  url: string,
  { method = 'GET', headers, body, host }: Send = {},
): Promise<Answer> {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        servername: hostname,
        path: pathname + search,
        method,
        headers: { ...headers, Host: host ?? hostname },
        agent,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString();
          const { statusCode: status = 0, headers: received } = incoming;
          resolve({ url, status, headers: received, bytes, text, json: () => readObject(text) });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
