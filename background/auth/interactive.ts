import type { AuthenticationResult } from '@azure/msal-browser';
import { AppError } from '../../src/errors.ts';
import { checkAnswer } from './answer-checks.ts';
import type { AuthClient } from './auth-client.ts';
import { checkAuthorizeUrl, readAuthorizeAnswer } from './authorize-url.ts';
import { classifyDenial } from './classify.ts';
import { type InteractiveRequest, OIDC_SCOPES } from './msal.ts';
import { checkReachable } from './reachability.ts';
import { type FlowOutcome, runWebAuthFlow } from './web-auth-flow.ts';

/**
 * Brings the person to Microsoft's window and back, and returns what was granted. Only ever from a click. When
 * it fails, the cache is as it was and MSAL is ready for the next.
 * @throws AppError
 */
export async function acquireInteractively(
  auth: AuthClient,
  request: InteractiveRequest,
): Promise<AuthenticationResult> {
  await checkReachable();
  const address = await auth.use((msal) => msal.begin(request));
  try {
    const url = checkAuthorizeUrl(address, {
      clientId: auth.clientId,
      redirectUri: auth.redirectUri,
      scopes: [...request.scopes, ...OIDC_SCOPES],
    });
    const redirected = redirectOf(await runWebAuthFlow(url));
    return await redeem(auth, request, url, redirected);
  } catch (error) {
    await auth.use((msal) => msal.abandon(address));
    throw error;
  }
}

function redirectOf(outcome: FlowOutcome): URL {
  switch (outcome.kind) {
    case 'redirected':
      return outcome.url;
    case 'denied':
      throw classifyDenial(readAuthorizeAnswer(outcome.url));
    case 'closed':
      throw new AppError('window-closed');
    case 'unreachable':
      throw new AppError('offline');
    case 'timed-out':
      throw new AppError('timed-out');
    case 'already-open':
      throw new AppError('window-already-open');
  }
}

function redeem(
  auth: AuthClient,
  { scopes }: InteractiveRequest,
  asked: URL,
  redirected: URL,
): Promise<AuthenticationResult> {
  const { response } = readAuthorizeAnswer(redirected);
  const nonce = asked.searchParams.get('nonce') ?? '';
  return auth.use(async (msal, cache) => {
    const before = cache.copy();
    try {
      const result = await msal.finish(response);
      // MSAL answers null to an unknown `state`: the redirect is not the answer to what we asked.
      if (!result) throw new AppError('unverified', { detail: 'state' });
      checkAnswer(result, { clientId: auth.clientId, scopes, nonce });
      return result;
    } catch (thrown) {
      cache.restore(before);
      throw thrown;
    }
  });
}
