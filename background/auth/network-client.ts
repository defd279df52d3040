import type { INetworkModule } from '@azure/msal-browser';
import * as v from 'valibot';
import { AppError, toAppError } from '../../src/errors.ts';
import { readJson, request, retryAfter } from '../http.ts';

/** MSAL's way to the network, with the reason kept that MSAL drops. */
export interface NetworkClient extends INetworkModule {
  /** Why the last request failed, once: MSAL turns every failure into one `network_error`. */
  takeFailure(): AppError | null;
  /** The `claims` of the last answer, once: MSAL keeps them only with some of the failures that they come with. */
  takeClaims(): string | undefined;
}

/**
 * Sends MSAL's requests through our own door, for its limits of time and size, and because MSAL's client
 * looks for a window when a request fails.
 */
export function createNetworkClient(): NetworkClient {
  let failure: AppError | null = null;
  let claims: string | undefined;
  const send = async (url: string, init: RequestInit) => {
    failure = null;
    claims = undefined;
    try {
      const answer = await request(url, init);
      if (answer.status >= 500) {
        const retryAt = retryAfter(answer.headers);
        throw new AppError('microsoft-unavailable', { detail: `HTTP ${answer.status}`, retryAt });
      }
      if (answer.status === 429) {
        const retryAt = retryAfter(answer.headers) ?? Date.now() + PAUSE_MS;
        throw new AppError('throttled', { detail: 'HTTP 429', retryAt });
      }
      const body = readJson(answer);
      claims = v.is(WithClaims, body) ? body.claims : undefined;
      return { headers: Object.fromEntries(answer.headers), body, status: answer.status };
    } catch (thrown) {
      failure = toAppError(thrown);
      throw failure;
    }
  };
  const client: INetworkModule = {
    // MSAL names the type of the body it hopes for; what it gets is checked afterwards in answer-checks.ts.
    sendGetRequestAsync: <T>(url: string, options?: NetworkOptions) =>
      send(url, { headers: options?.headers ?? {} }) as Promise<NetworkAnswer<T>>,
    sendPostRequestAsync: <T>(url: string, options?: NetworkOptions) =>
      send(url, { method: 'POST', headers: options?.headers ?? {}, body: options?.body ?? '' }) as Promise<
        NetworkAnswer<T>
      >,
  };
  return {
    ...client,
    takeFailure() {
      const taken = failure;
      failure = null;
      return taken;
    },
    takeClaims() {
      const taken = claims;
      claims = undefined;
      return taken;
    },
  };
}

const WithClaims = v.object({ claims: v.string() });

/** Where Microsoft asks for a pause and does not say for how long. */
const PAUSE_MS = 60_000;

interface NetworkOptions {
  headers?: Record<string, string>;
  body?: string;
}

interface NetworkAnswer<T> {
  headers: Record<string, string>;
  body: T;
  status: number;
}
