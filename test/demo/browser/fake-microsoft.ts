import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** A request that arrived, under the name by which the browser asked for it. */
export interface SeenRequest {
  url: string;
  origin: string | undefined;
}

/** One TLS server that plays both hosts: a sign-in page with one link, and a Graph that says hello. */
export async function startFakeMicrosoft() {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'login.microsoftonline.com' }]);
  const seen: SeenRequest[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
    seen.push({ url: url.origin + url.pathname, origin: request.headers.origin });
    if (url.hostname === 'graph.microsoft.com') answerAsGraph(request, response);
    else answerAsSignIn(url, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server.address()),
    seen,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answerAsSignIn(url: URL, response: ServerResponse): void {
  const back = `${url.searchParams.get('redirect_uri')}#code=the-code`;
  response.setHeader('Content-Type', 'text/html');
  response.end(`<title>Sign in to your account</title><a id="yes" href="${back}">Continue</a>`);
}

function answerAsGraph(request: IncomingMessage, response: ServerResponse): void {
  // One path forgets to say who may read it, to see whether that matters.
  if (request.url !== '/without-cors') response.setHeader('Access-Control-Allow-Origin', '*');
  response.end('hello from Graph');
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
