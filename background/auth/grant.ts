import type { AuthenticationResult } from '@azure/msal-browser';
import { AppError } from '../../src/errors.ts';
import type { AccessToken, AccountRecord } from '../../src/storage.ts';
import { checkAnswer, type Expectation } from './answer-checks.ts';
import { type Credential, toCredential } from './credential.ts';
import type { CacheEntries } from './token-cache.ts';

/** What a checked token answer comes to. */
export interface Grant {
  account: AccountRecord;
  credential: Credential;
  accessToken: AccessToken;
}

/** The tenant of every personal account (Microsoft: "OpenID Connect on the identity platform"). */
const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

/**
 * Makes a grant of what MSAL answered, once it has passed the checks that MSAL leaves out. `entries` is MSAL's
 * cache after the answer.
 * @throws AppError
 */
export function toGrant(
  result: AuthenticationResult | null,
  entries: CacheEntries,
  expected: Expectation,
): Grant {
  // MSAL answers null to an unknown `state`: the redirect is not the answer to what we asked.
  if (!result) throw new AppError('unverified', { detail: 'state' });
  const subject = checkAnswer(result, expected);
  const { account, accessToken, scopes, expiresOn, refreshOn } = result;
  return {
    account: {
      id: account.homeAccountId,
      name: account.name || account.username,
      username: account.username,
      tenantId: account.tenantId,
      loginHint: account.loginHint ?? account.username,
      isPersonal: account.tenantId === PERSONAL_TENANT,
      subject,
      since: Date.now(),
    },
    credential: toCredential(entries),
    accessToken: {
      token: accessToken,
      scopes,
      obtainedAt: Date.now(),
      expiresOn: expiresOn?.getTime() ?? 0,
      ...(refreshOn ? { refreshOn: refreshOn.getTime() } : {}),
    },
  };
}
