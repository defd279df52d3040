import { AppError } from '../../src/errors.ts';
import type { Permission } from '../../src/permissions.ts';
import { GRAPH_ORIGIN, SIGN_IN_HOST } from '../../src/settings.ts';
import type { AccountRecord } from '../../src/storage.ts';
import type { AuthClient } from './auth-client.ts';
import { aadstsNumber } from './authorize-url.ts';
import { classifyDenial } from './classify.ts';
import { asError, runWebAuthFlow } from './web-auth-flow.ts';

/**
 * Microsoft's page on which an administrator says yes for a whole organisation, to exactly these permissions
 * (Microsoft: "Admin consent on the Microsoft identity platform"). Holds no secret, and may be sent to anybody.
 */
export function adminConsentUrl(
  { clientId, redirectUri }: Pick<AuthClient, 'clientId' | 'redirectUri'>,
  { tenantId }: Pick<AccountRecord, 'tenantId'>,
  permissions: readonly Permission[],
): URL {
  const url = new URL(`https://${SIGN_IN_HOST}/${encodeURIComponent(tenantId)}/v2.0/adminconsent`);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('scope', permissions.map((permission) => `${GRAPH_ORIGIN}/${permission}`).join(' '));
  url.searchParams.set('redirect_uri', redirectUri);
  return url;
}

/**
 * Brings an administrator to that page and back. Its answer is no proof of anything, for a page shown in that window
 * could have made it up, `tenant` and all: what has been granted is found out from the next token.
 * @throws AppError
 */
export async function approveInWindow(
  auth: AuthClient,
  account: AccountRecord,
  permissions: readonly Permission[],
): Promise<void> {
  const url = adminConsentUrl(auth, account, permissions);
  const state = crypto.randomUUID();
  url.searchParams.set('state', state);
  const outcome = await runWebAuthFlow(url);
  if (outcome.kind !== 'redirected' && outcome.kind !== 'denied') throw asError(outcome.kind);
  checkApproval(outcome.url, state);
}

/**
 * The answer stands in the query: `admin_consent=True&tenant=…&scope=…&state=…`, or `error` and its description.
 * @throws AppError `declined`, or `unverified` for what is not the answer to our question
 */
export function checkApproval(redirected: URL, state: string): void {
  const answer = redirected.searchParams;
  if (answer.get('state') !== state) throw new AppError('unverified', { detail: 'admin consent: state' });
  const error = answer.get('error');
  if (error === null) {
    if (answer.get('admin_consent')?.toLowerCase() === 'true') return;
    throw new AppError('unverified', { detail: 'admin consent: answer' });
  }
  // A decline is called `consent_required` there, or `permission_denied` in older documentation.
  const isDecline = error === 'consent_required' || error === 'permission_denied';
  const description = answer.get('error_description') ?? '';
  throw classifyDenial({
    response: '',
    error: isDecline ? 'access_denied' : error,
    subcode: answer.get('error_subcode'),
    suberror: '',
    claims: undefined,
    description,
    number: aadstsNumber(description),
  });
}
