import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { Server, Socket } from 'node:net';
import { createCertificate } from './certificate.ts';
import type { RequestLog } from './log.ts';

/** The only address the tenant ever listens on: it knows its people's passwords and must not face a network. */
export const loopback = '127.0.0.1';

/** A listening server. */
export interface RunningServer {
  port: number;
  /** Closes the server and every connection to it; calling it again does nothing more. */
  stop(): Promise<void>;
}

/**
 * Listens with TLS and hands each request to the host it names. Any other name is refused, so that a page which has
 * its own name resolve to this machine (DNS rebinding) gets nothing.
 */
export async function listen(
  apps: Readonly<Record<string, RequestListener>>,
  log: RequestLog,
  port: number,
): Promise<RunningServer> {
  const server = createServer(await createCertificate(), (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    log.begin(request, response, host);
    const app = Object.hasOwn(apps, host) ? apps[host] : undefined;
    if (app) {
      app(request, response);
      return;
    }
    response.writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
    response.end('The local test tenant does not answer for this host.\n');
  });
  // Node would close a connection that was idle for 5 s. On a busy machine a request may be on its way by then, and
  // is lost: https://nodejs.org/api/http.html#requestreusedsocket
  server.keepAliveTimeout = 0;
  return openServer(server, port);
}

/** Has a server listen on this machine alone; 0 takes any free port. */
export async function openServer(server: Server, port: number): Promise<RunningServer> {
  // The server itself only knows connections that have spoken HTTP already.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');

  let stopping: Promise<void> | null = null;
  return {
    port: address.port,
    stop() {
      stopping ??= new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        for (const socket of sockets) socket.destroy();
      });
      return stopping;
    },
  };
}
