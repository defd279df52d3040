import { AppError } from '../../src/errors.ts';
import { GRAPH_ORIGIN } from '../../src/settings.ts';
import type { Ladder } from '../auth/ladder.ts';
import { type HttpAnswer, request, retryAfter } from '../http.ts';

/** Who asks Graph, and which permissions the request needs. */
export interface GraphAccess {
  accountId: string;
  scopes: readonly string[];
}

/**
 * Reads one Graph v1.0 resource; `path` starts behind the version. A token that Graph turns down is renewed
 * once and the request repeated once. Statuses below 500 other than 401, 403 and 429 are left to the caller.
 * @throws AppError
 */
export async function readGraph(
  ladder: Ladder,
  access: GraphAccess,
  path: `/${string}`,
): Promise<HttpAnswer> {
  const token = await ladder.token(access);
  const first = await send(path, token);
  if (first.status !== 401) return accept(first);
  const second = await send(path, await ladder.token({ ...access, refused: token }));
  if (second.status === 401) throw new AppError('sign-in-needed', { detail: 'Graph 401' });
  return accept(second);
}

function send(path: string, token: string): Promise<HttpAnswer> {
  return request(`${GRAPH_ORIGIN}/v1.0${path}`, {
    headers: { Authorization: `Bearer ${token}`, 'client-request-id': crypto.randomUUID() },
  });
}

function accept(answer: HttpAnswer): HttpAnswer {
  const { status, headers } = answer;
  const detail = `Graph ${status}`;
  if (status === 403) throw new AppError('no-access', { detail });
  if (status === 429) throw new AppError('throttled', { detail, retryAt: retryAfter(headers) });
  if (status >= 500) {
    throw new AppError('microsoft-unavailable', { detail, retryAt: retryAfter(headers) });
  }
  return answer;
}
