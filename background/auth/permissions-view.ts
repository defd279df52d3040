import type { ApprovalRequest, LedgerView } from '../../src/ledger.ts';
import { type Permission, readPermission, shortScope } from '../../src/permissions.ts';
import { needsOf, type Purpose } from '../../src/purposes.ts';
import type { AccountBook } from './accounts.ts';
import { adminConsentUrl } from './admin-consent.ts';
import type { AuthClient } from './auth-client.ts';
import { missingPermissions } from './consent.ts';
import type { Holdings } from './holdings.ts';
import type { Ledger } from './ledger.ts';
import { recentSteps } from './ledger-entries.ts';

interface Parts {
  auth: AuthClient;
  book: AccountBook;
  holdings: Holdings;
  ledger: Ledger;
}

/** The ledger as a page shows it: the catalogue's permissions first, in its order, then what else was granted. */
export async function readLedgerView(
  { holdings, ledger }: Pick<Parts, 'holdings' | 'ledger'>,
  accountId: string,
): Promise<LedgerView> {
  await ledger.settle(accountId);
  const [{ entries, steps }, tokens] = await Promise.all([
    ledger.read(accountId),
    holdings.accessTokens(accountId),
  ]);
  const carriedUntil = (scope: string): number | null => {
    const carrying = tokens.filter(({ scopes }) =>
      scopes.some((each) => shortScope(each) === shortScope(scope)),
    );
    return carrying.length > 0 ? Math.max(...carrying.map(({ expiresOn }) => expiresOn)) : null;
  };
  const lines = Object.entries(entries).map(([scope, entry]) => ({
    ...entry,
    scope,
    permission: readPermission(scope),
    carriedUntil: carriedUntil(scope),
  }));
  return { lines, steps: recentSteps(steps, Date.now()) };
}

/** Notes "not now" for what a purpose needs and has not got. */
export async function postpone({ ledger }: Parts, accountId: string, purpose: Purpose): Promise<void> {
  await ledger.noteAnswer(accountId, await missing(ledger, accountId, purpose), 'postponed');
}

/**
 * What to send to an administrator for a purpose. From now on their yes is looked for whenever somebody looks. Null
 * for a personal account, for somebody who is not signed in, and where nothing is wanting.
 */
export async function prepareApproval(
  { auth, book, ledger }: Parts,
  accountId: string,
  purpose: Purpose,
): Promise<ApprovalRequest | null> {
  const account = await book.find(accountId);
  if (!account || account.isPersonal) return null;
  const permissions = await missing(ledger, accountId, purpose);
  if (permissions.length === 0) return null;
  await ledger.noteAnswer(accountId, permissions, 'approval-needed');
  return { purpose, permissions: [...permissions], link: adminConsentUrl(auth, account, permissions).href };
}

async function missing(ledger: Ledger, accountId: string, purpose: Purpose): Promise<readonly Permission[]> {
  return missingPermissions(await ledger.read(accountId), needsOf(purpose));
}
