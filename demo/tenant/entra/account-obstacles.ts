import type { AccountState } from './accounts.ts';

/** What stands between an account and a token, as AADSTS numbers. */
export type AccountObstacle = 50034 | 50057 | 50055 | 50076 | 50105;

/** Obstacles that a page can remove; a silent request fails over them all the same. */
export const newPasswordNeeded = 50055;
export const mfaNeeded = 50076;
/** Stands in the way of using the app, not of consenting to it for others. */
export const notAssigned = 50105;

/** The first obstacle in Entra's order: is there such an account, who is it, may it use the app? */
export function findAccountObstacle(account: AccountState, hasMfa: boolean): AccountObstacle | null {
  if (account.isDeleted) return 50034;
  if (account.isDisabled) return 50057;
  if (account.isPasswordExpired) return newPasswordNeeded;
  if (account.needsMfa && !hasMfa) return mfaNeeded;
  return account.isAssigned ? null : notAssigned;
}
