import { toAppError } from '../../src/errors.ts';
import type { AuthClient } from './auth-client.ts';
import { type AuthorizeAnswer, checkAuthorizeUrl, readAuthorizeAnswer } from './authorize-url.ts';
import { asRedemption, classifyDenial } from './classify.ts';
import { type Grant, toGrant } from './grant.ts';
import { type AuthorizeRequest, OIDC_SCOPES } from './msal.ts';
import type { CacheEntries } from './token-cache.ts';
import { asError, type FlowOutcome, runSilentWebAuthFlow, runWebAuthFlow } from './web-auth-flow.ts';

/**
 * Brings the person to Microsoft's window and back, and returns what was granted. Only ever from a click.
 * @throws AppError
 */
export function acquireInteractively(auth: AuthClient, request: AuthorizeRequest): Promise<Grant> {
  return authorize(auth, request, runWebAuthFlow);
}

/**
 * Asks Microsoft's own session in the browser, without showing anything: the third rung of the ladder, and the
 * only silent way once the 24 hours of a refresh token are over.
 * @throws AppError `session-ended` when there is no such session, or it wants to see the person
 */
export function acquireFromBrowserSession(
  auth: AuthClient,
  request: Omit<AuthorizeRequest, 'prompt'>,
): Promise<Grant> {
  return authorize(auth, { ...request, prompt: 'none' }, runSilentWebAuthFlow);
}

/** One authorization code flow. MSAL works on entries of its own, so that a flow that fails leaves no trace. */
async function authorize(
  auth: AuthClient,
  request: AuthorizeRequest,
  show: (url: URL) => Promise<FlowOutcome>,
): Promise<Grant> {
  const entries: CacheEntries = new Map();
  const asked = checkAuthorizeUrl(await auth.run(entries, (msal) => msal.begin(request)), {
    clientId: auth.clientId,
    redirectUri: auth.redirectUri,
    scopes: [...request.scopes, ...OIDC_SCOPES],
  });
  const { response } = readAnswer(await show(asked), asked);
  const result = await auth
    .run(entries, (msal) => msal.finish(response))
    .catch((thrown) => {
      throw asRedemption(toAppError(thrown));
    });
  return toGrant(result, entries, {
    clientId: auth.clientId,
    nonce: asked.searchParams.get('nonce') ?? '',
  });
}

function readAnswer(outcome: FlowOutcome, asked: URL): AuthorizeAnswer {
  switch (outcome.kind) {
    case 'redirected':
      return readAuthorizeAnswer(outcome.url, asked);
    case 'denied':
      throw classifyDenial(readAuthorizeAnswer(outcome.url, asked));
    default:
      throw asError(outcome.kind);
  }
}
