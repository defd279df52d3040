import { graphHost } from '../../demo/tenant/index.ts';
import { type Answer, send } from '../demo/tenant/https-client.ts';
import { EXTENSION_URL } from './fake-browser.ts';
import { held, needLife, whileAlive } from './life-scope.ts';

/** The way from the background to Microsoft, with what can come between. */
export interface FakeNetwork {
  isOffline: boolean;
  /** Changes token answers on their way, for what the tenant cannot say; null lets them pass. */
  rewriteToken: ((answer: Record<string, unknown>) => Record<string, unknown>) | null;
  /** Every address that was asked for, in order. */
  asked: string[];
  /** What was posted to the token endpoint, in order. */
  tokenForms: URLSearchParams[];
  /** What happens while a request is on its way to Graph. */
  onGraph: () => void;
  /** What has come back from Graph: how many requests, how many questions in them, and bytes of bodies and headers. */
  graph: { requests: number; parts: number; bytes: number };
}

/** Node's own, for the test files that come after in the same process. */
const { fetch: realFetch } = globalThis;

export function unplugNetwork(): void {
  globalThis.fetch = realFetch;
}

/**
 * Puts in a `fetch` that reaches the tenant on `port` under Microsoft's names, as the browser's would from an
 * extension without host permissions: with its `Origin`, subject to CORS, and without cookies.
 */
export function plugInNetwork(port: number): FakeNetwork {
  const network: FakeNetwork = {
    isOffline: false,
    rewriteToken: null,
    asked: [],
    tokenForms: [],
    onGraph: () => undefined,
    graph: { requests: 0, parts: 0, bytes: 0 },
  };
  const origin = EXTENSION_URL.slice(0, -1);

  const reach = async (url: string, init: RequestInit): Promise<Response> => {
    network.asked.push(url);
    if (new URL(url).host === graphHost) network.onGraph();
    const isToken = new URL(url).pathname.endsWith('/token');
    if (isToken && typeof init.body === 'string') network.tokenForms.push(new URLSearchParams(init.body));
    if (network.isOffline) throw new TypeError('Failed to fetch');
    const answer = await send(port, url, {
      method: init.method ?? 'GET',
      headers: { ...Object.fromEntries(new Headers(init.headers)), Origin: origin },
      ...(typeof init.body === 'string' ? { body: init.body } : {}),
    }).catch((cause: unknown) => {
      throw new TypeError('Failed to fetch', { cause });
    });
    if (new URL(url).host === graphHost) count(network.graph, url, init.body, answer);
    const allowed = answer.headers['access-control-allow-origin'];
    if (allowed !== '*' && allowed !== origin) throw new TypeError('Failed to fetch: no CORS');
    if (answer.status >= 300 && answer.status < 400) {
      if (init.redirect === 'error') throw new TypeError('Failed to fetch: a redirect');
      if (init.redirect === 'manual') return toResponse(url, answer);
      return reach(new URL(answer.headers.location ?? '', url).href, init);
    }
    return toResponse(url, answer);
  };

  const toResponse = (url: string, { status, headers, bytes, text }: Awaited<ReturnType<typeof send>>) => {
    const isToken = status === 200 && new URL(url).pathname.endsWith('/token');
    const body =
      isToken && network.rewriteToken
        ? JSON.stringify(network.rewriteToken(JSON.parse(text)))
        : new Uint8Array(bytes);
    return new Response(status === 204 ? null : body, { status, headers: pairsOf(headers) });
  };

  globalThis.fetch = async (url, init = {}) => {
    needLife(`${url} was fetched`);
    await whileAlive();
    return held(untilAborted(reach(String(url), init), init.signal));
  };
  return network;
}

function count(
  graph: FakeNetwork['graph'],
  url: string,
  body: unknown,
  { headers, bytes, status }: Answer,
): void {
  const parts = url.endsWith('/$batch') ? JSON.parse(String(body)).requests.length : 1;
  const lines = pairsOf(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  graph.requests += 1;
  graph.parts += parts;
  graph.bytes += Buffer.byteLength(`HTTP/1.1 ${status} OK\r\n${lines.join('')}\r\n`) + bytes.length;
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

function pairsOf(headers: NodeJS.Dict<string | string[]>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
}
