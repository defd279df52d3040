import { AppError } from '../../src/errors.ts';
import { checkAnswer } from './answer-checks.ts';
import type { AuthClient } from './auth-client.ts';

/** A request for a token. `refused` is an access token that the service has just turned down. */
export interface TokenRequest {
  accountId: string;
  scopes: readonly string[];
  refused?: string;
}

/**
 * The silent way to an access token: the cache, then the refresh token. Never opens a window. The token stays
 * in the background.
 * @throws AppError `sign-in-needed` when silence is at its end, else why the network or Microsoft failed
 */
export function silentToken(auth: AuthClient, { accountId, scopes, refused }: TokenRequest): Promise<string> {
  return auth.use(async (msal, cache) => {
    const before = cache.copy();
    const result = await msal.acquireSilently(accountId, scopes, refused !== undefined);
    if (result.fromCache) return result.accessToken;
    try {
      checkAnswer(result, { clientId: auth.clientId, scopes, account: accountId });
      // The same token again would be turned down again, and asked for again, without end.
      if (result.accessToken === refused) throw new AppError('sign-in-needed');
    } catch (thrown) {
      cache.restore(before);
      throw thrown;
    }
    return result.accessToken;
  });
}
