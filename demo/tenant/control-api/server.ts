import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { TenantControl } from '../control.ts';
import type { Person } from '../people.ts';
import { loopback, openServer, type RunningServer } from '../server.ts';
import { findPageFile, type PageFile, pageHeaders } from '../switchboard/files.ts';
import { answerRequest } from './answer.ts';
import { ApiError } from './api-error.ts';

/** Where the levers are, and the key that every request must show as a bearer token. */
export interface ControlApi extends RunningServer {
  url: string;
  key: string;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * The name it was asked by must be the address itself, so that a web page which has its own name resolve here (DNS
 * rebinding) gets nothing.
 */
function checkHost({ headers }: IncomingMessage, url: string): void {
  if (`http://${headers.host}` !== url)
    throw new ApiError(421, 'The control API does not answer for this host.');
}

/** Lets in whoever knows the key; and no web page but ours reads an answer, for there is no CORS. */
function checkKey({ headers }: IncomingMessage, key: string): void {
  if (timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${key}`))) return;
  throw new ApiError(401, 'The control API needs the key of this run as a bearer token.', {
    'WWW-Authenticate': 'Bearer',
  });
}

/** The file of the switchboard that is asked for, or null. It is there for anybody, as it knows and does nothing. */
async function findFile({ method, url = '/' }: IncomingMessage): Promise<PageFile | null> {
  const [path = '/'] = url.split('?', 1);
  return method === 'GET' ? await findPageFile(path) : null;
}

function sendFile(response: ServerResponse, { type, body }: PageFile): void {
  response.writeHead(200, { ...pageHeaders, 'Content-Type': type });
  response.end(body);
}

function send(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    // What was refused may not have been read to its end.
    ...(status < 400 ? {} : { Connection: 'close' }),
    ...headers,
  });
  response.end(JSON.stringify(body ?? {}));
}

function refuse(response: ServerResponse, error: unknown): void {
  if (error instanceof ApiError) {
    send(response, error.status, { error: error.message }, error.headers);
    return;
  }
  console.error('The control API failed:', error);
  send(response, 500, { error: 'The control API failed; its process says why.' });
}

/**
 * Opens the tenant's levers to other processes of this machine, on a free port and with a fresh key, and the switchboard
 * at the same address.
 */
export async function startControlApi(
  control: TenantControl,
  people: readonly Person[],
): Promise<ControlApi> {
  const key = randomBytes(32).toString('base64url');
  let url = '';
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    checkHost(request, url);
    const file = await findFile(request);
    if (file) {
      sendFile(response, file);
      return;
    }
    checkKey(request, key);
    send(response, 200, await answerRequest(request, control, people));
  };
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => refuse(response, error));
  });
  const running = await openServer(server, 0);
  url = `http://${loopback}:${running.port}`;
  return { ...running, url, key };
}
