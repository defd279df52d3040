import { AppError, type Incident, readGuid } from '../../src/errors.ts';
import { needsOf, type Purpose } from '../../src/purposes.ts';
import type { Ladder } from '../auth/ladder.ts';
import type { Ledger } from '../auth/ledger.ts';
import { readClaimsChallenge } from './claims-challenge.ts';
import type { GraphAnswer, GraphRequest } from './request.ts';
import { readPause } from './retry.ts';
import type { Transport } from './transport.ts';

/** Whose data, and what for: the purpose says which permissions the request needs. */
export interface GraphAccess {
  accountId: string;
  purpose: Purpose;
}

/** Microsoft Graph, through one door. */
export interface Graph {
  /**
   * A token that Graph turns down is renewed once, with the claims that Graph asks for if it does, and the request
   * repeated once. Statuses below 500 other than 401, 403 and 429 are left to the caller.
   * @throws AppError
   */
  call(access: GraphAccess, request: GraphRequest): Promise<GraphAnswer>;
}

/** The door itself, which knows what is about to come. */
export interface GraphClient extends Graph {
  /**
   * Tells that something is about to be read for an account, so that whatever is asked meanwhile waits a little and
   * goes in one request with it. The `graph` that comes back is to be used for it; the wait ends with its first call.
   */
  expect(accountId: string): { graph: Graph; end(): void };
}

interface GraphParts {
  ladder: Ladder;
  ledger: Ledger;
  transport: Transport;
}

export function createGraph({ ladder, ledger, transport }: GraphParts): GraphClient {
  const send = (
    { accountId, purpose }: GraphAccess,
    token: string,
    request: GraphRequest,
    onSent?: () => void,
  ) => {
    ledger.count(accountId, 'graph', needsOf(purpose));
    return transport.send(accountId, token, request, onSent);
  };

  /** Whether a token that one service turns down is good for the profile, which every account has. */
  const isSound = async (accountId: string, token: string) => {
    const profile = await send({ accountId, purpose: 'profile' }, token, { path: '/me?$select=id' });
    return profile.status === 200;
  };

  const self: GraphClient = {
    expect(accountId) {
      const coming = transport.announce(accountId);
      const call: Graph['call'] = (access, request) => {
        const answer = self.call(access, request);
        coming.arrived();
        return answer;
      };
      return { graph: { call }, end: coming.arrived };
    },
    async call(access, request) {
      const { accountId, purpose } = access;
      const need = { accountId, permissions: needsOf(purpose) };
      const coming = transport.announce(accountId);
      try {
        const token = await ladder.token(need);
        const first = await send(access, token, request, coming.arrived);
        const refusal = readRefusal(first);
        if (!refusal) return accept(first);
        if (request.isDispensable) throw new AppError('no-access', describe(first));
        const renewed = await ladder.token({ ...need, refused: token, claims: refusal.claims });
        const second = await send(access, renewed, request);
        const again = readRefusal(second);
        if (!again) return accept(second);
        // A fresh token is turned down as well: only the person can help, and nothing goes round in circles.
        if (!again.isChallenge && !second.isWhole && (await isSound(access.accountId, renewed))) {
          // The rest goes on: it is this service that has nothing for the account, a mailbox or a licence for one.
          throw new AppError('no-access', describe(second));
        }
        const error = new AppError('session-ended', { ...describe(second), claims: again.claims });
        await ladder.giveUp(accountId, error);
        throw error;
      } finally {
        coming.arrived();
      }
    },
  };
  return self;
}

interface Refusal {
  claims: string | undefined;
  /** Whether it is the token that is wrong, and not only the service that has nothing for it. */
  isChallenge: boolean;
}

/**
 * Whether the token was turned down, and what Graph wants instead: a claims challenge comes with 401, and at times
 * with 403 (Microsoft: "Microsoft Graph error responses"); a 401 without one wants another token.
 */
function readRefusal({ status, headers }: GraphAnswer): Refusal | null {
  if (status !== 401 && status !== 403) return null;
  const challenge = readClaimsChallenge(headers.get('www-authenticate'));
  if (challenge.kind === 'claims') return { claims: challenge.claims, isChallenge: true };
  const isChallenge = challenge.kind === 'unusable';
  return status === 401 || isChallenge ? { claims: undefined, isChallenge } : null;
}

/** A 403 is no missing consent: what the person may not see, no permission of Lanyard's can show. */
function accept(answer: GraphAnswer): GraphAnswer {
  const { status } = answer;
  if (status === 403) throw new AppError('no-access', describe(answer));
  const retryAt = readPause(answer) ?? undefined;
  if (status === 429) throw new AppError('throttled', { ...describe(answer), retryAt });
  if (status >= 500) throw new AppError('microsoft-unavailable', { ...describe(answer), retryAt });
  return answer;
}

/** What Microsoft's support needs to find the request (Microsoft: "Best practices for working with Graph"). */
export function describe({ status, headers }: GraphAnswer): { detail: string; incident: Incident } {
  const id = (name: string) => readGuid(headers.get(name));
  const incident = { traceId: id('request-id'), correlationId: id('client-request-id'), at: Date.now() };
  return { detail: `Graph ${status}`, incident };
}
