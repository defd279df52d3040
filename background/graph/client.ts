import { AppError, type Incident, readGuid } from '../../src/errors.ts';
import { needsOf, type Purpose } from '../../src/purposes.ts';
import { GRAPH_ORIGIN } from '../../src/settings.ts';
import type { Ladder } from '../auth/ladder.ts';
import type { Ledger } from '../auth/ledger.ts';
import { type HttpAnswer, request, retryAfter } from '../http.ts';
import { readClaimsChallenge } from './claims-challenge.ts';

/** Whose data, and what for: the purpose says which permissions the request needs. */
export interface GraphAccess {
  accountId: string;
  purpose: Purpose;
}

/** One request to Graph v1.0; `path` starts behind the version. `body` is sent as JSON. */
export interface GraphRequest {
  path: `/${string}`;
  method?: 'GET' | 'PATCH';
  body?: object;
  /** That its token is turned down says nothing about the others: it is not asked for again. */
  isDispensable?: boolean;
  /** Preferences (RFC 7240), one each. */
  prefer?: readonly string[];
}

/** Microsoft Graph, through one door. */
export interface Graph {
  /**
   * A token that Graph turns down is renewed once, with the claims that Graph asks for if it does, and the request
   * repeated once. Statuses below 500 other than 401, 403 and 429 are left to the caller.
   * @throws AppError
   */
  call(access: GraphAccess, request: GraphRequest): Promise<HttpAnswer>;
}

export function createGraph(ladder: Ladder, ledger: Ledger): Graph {
  const send = (access: GraphAccess, token: string, call: GraphRequest): Promise<HttpAnswer> => {
    ledger.count(access.accountId, 'graph', needsOf(access.purpose));
    return request(`${GRAPH_ORIGIN}/v1.0${call.path}`, toInit(token, call));
  };

  const callTwice: Graph['call'] = async (access, call) => {
    const need = { accountId: access.accountId, permissions: needsOf(access.purpose) };
    const token = await ladder.token(need);
    const first = await send(access, token, call);
    const refusal = readRefusal(first);
    if (!refusal) return accept(first);
    if (call.isDispensable) throw new AppError('no-access', describe(first));
    const renewed = await ladder.token({ ...need, refused: token, claims: refusal.claims });
    const second = await send(access, renewed, call);
    const again = readRefusal(second);
    if (!again) return accept(second);
    // A fresh token is turned down as well: only the person can help, and nothing goes round in circles.
    const error = new AppError('session-ended', { ...describe(second), claims: again.claims });
    await ladder.giveUp(access.accountId, error);
    throw error;
  };

  return { call: callTwice };
}

function toInit(token: string, { method = 'GET', body, prefer = [] }: GraphRequest): RequestInit {
  const headers: Record<string, string> = {
    Authorization: `Bearer ${token}`,
    'client-request-id': crypto.randomUUID(),
  };
  if (prefer.length > 0) headers.Prefer = prefer.join(', ');
  if (!body) return { method, headers };
  return { method, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/**
 * Whether the token was turned down, and what Graph wants instead: a claims challenge comes with 401, and at times
 * with 403 (Microsoft: "Microsoft Graph error responses"); a 401 without one wants another token.
 */
function readRefusal({ status, headers }: HttpAnswer): { claims: string | undefined } | null {
  if (status !== 401 && status !== 403) return null;
  const challenge = readClaimsChallenge(headers.get('www-authenticate'));
  if (challenge.kind === 'claims') return { claims: challenge.claims };
  return status === 401 || challenge.kind === 'unusable' ? { claims: undefined } : null;
}

/** A 403 is no missing consent: what the person may not see, no permission of Lanyard's can show. */
function accept(answer: HttpAnswer): HttpAnswer {
  const { status, headers } = answer;
  if (status === 403) throw new AppError('no-access', describe(answer));
  const retryAt = retryAfter(headers);
  if (status === 429) throw new AppError('throttled', { ...describe(answer), retryAt });
  if (status >= 500) throw new AppError('microsoft-unavailable', { ...describe(answer), retryAt });
  return answer;
}

/** What Microsoft's support needs to find the request (Microsoft: "Best practices for working with Graph"). */
export function describe({ status, headers }: HttpAnswer): { detail: string; incident: Incident } {
  const id = (name: string) => readGuid(headers.get(name));
  const incident = { traceId: id('request-id'), correlationId: id('client-request-id'), at: Date.now() };
  return { detail: `Graph ${status}`, incident };
}
