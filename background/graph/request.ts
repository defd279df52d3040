import { AppError } from '../../src/errors.ts';
import { GRAPH_ORIGIN } from '../../src/settings.ts';
import { type HttpAnswer, readJson, request as sendHttp } from '../http.ts';

/** One request to Graph v1.0; `path` starts behind the version. `body` is sent as JSON. */
export interface GraphRequest {
  path: `/${string}`;
  method?: 'GET' | 'POST' | 'PATCH';
  body?: object;
  headers?: Readonly<Record<string, string>>;
  /** Preferences (RFC 7240), one each. */
  prefer?: readonly string[];
  /** That its token is turned down says nothing about the others: it is not asked for again. */
  isDispensable?: boolean;
  /** Ends it when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/** What Graph says: JSON as its value, anything else as bytes, nothing as null. */
export interface GraphAnswer {
  status: number;
  headers: Headers;
  body: unknown;
  /** The same for all that came as one. */
  origin?: object;
  /** Whether it was said of everything that was asked at the time, and not of this alone. */
  isWhole?: boolean;
}

/** The headers of a request, save the token. Each has an id of its own, for Microsoft's support. */
export function headersOf({ body, prefer = [], headers }: GraphRequest): Record<string, string> {
  return {
    'client-request-id': crypto.randomUUID(),
    ...(prefer.length > 0 ? { Prefer: prefer.join(', ') } : {}),
    ...(body ? { 'Content-Type': 'application/json' } : {}),
    ...headers,
  };
}

/**
 * Sends one request. JSON that ends half-way is asked for once more, where nothing was to be changed.
 * @throws AppError `offline`, `network-sign-in` or `microsoft-unavailable`
 */
export async function exchange(token: string, request: GraphRequest): Promise<GraphAnswer> {
  const { path, method = 'GET', body, signal } = request;
  const send = async () => {
    const answer = await sendHttp(`${GRAPH_ORIGIN}/v1.0${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...headersOf(request) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
    });
    return toGraphAnswer(answer);
  };
  try {
    return await send();
  } catch (thrown) {
    const isBroken = thrown instanceof AppError && thrown.reason === 'network-sign-in';
    if (!isBroken || method !== 'GET') throw thrown;
    return send();
  }
}

function toGraphAnswer(answer: HttpAnswer): GraphAnswer {
  const { status, headers, bytes } = answer;
  if (bytes.length === 0) return { status, headers, body: null };
  const isJson = /\bjson\b/i.test(headers.get('content-type') ?? '');
  if (!isJson) return { status, headers, body: bytes };
  // What is wrong with the body of a refusal does not change that it is one.
  if (status >= 300) return { status, headers, body: tryJson(answer) };
  return { status, headers, body: readJson(answer) };
}

function tryJson(answer: HttpAnswer): unknown {
  try {
    return readJson(answer);
  } catch {
    return null;
  }
}
