import { revokeEverything } from '../entra/revocation.ts';
import type { EntraSetting } from '../entra/setting.ts';
import type { Person } from '../people.ts';

/** What an administrator does to an account, and time with it. Graph challenges tokens where Entra has it do so. */
export interface AccountLevers {
  /** Ends the person's session in every browser; their tokens live on. */
  endSession(person: Person): void;
  /** Every refresh token issued to the person so far is refused from now on, as after a password reset (50173). */
  revokeRefreshTokens(person: Person): void;
  /** Every refresh token issued to the person so far has had its 24 hours (700084). */
  expireRefreshTokens(person: Person): void;
  /** Ends sessions, refresh tokens (50173) and, by a challenge, access tokens. */
  revokeSessions(person: Person): void;
  /** Asks for a second step, once in each browser session; what was obtained without one is refused (50076). */
  requireMfa(person: Person, isRequired: boolean): void;
  /** Refuses sign-ins and refreshes (50057) until the account is enabled again. */
  disableAccount(person: Person, isDisabled: boolean): void;
  /** Takes the account out of the directory (50034), or puts it back without its sessions. */
  deleteAccount(person: Person, isDeleted: boolean): void;
  /** Gives the account another password, which is also `person.password` until a reset, and ends all it had opened. */
  changePassword(person: Person): string;
  /** Has the password be too old: refreshes fail (50055), and at the pages a new one is asked for. */
  expirePassword(person: Person, isExpired: boolean): void;
  /** Lets the person use the app, or not (50105). */
  assign(person: Person, isAssigned: boolean): void;
}

export function createAccountLevers(setting: EntraSetting): AccountLevers {
  const { accounts, sessions, refreshTokens, workings } = setting;
  return {
    endSession: (person) => sessions.end(person),
    revokeRefreshTokens: (person) => refreshTokens.revoke(person),
    expireRefreshTokens: (person) => refreshTokens.expire(person),
    revokeSessions: (person) => revokeEverything(setting, person),
    requireMfa: (person, needsMfa) => accounts.set(person, { needsMfa }),
    disableAccount(person, isDisabled) {
      accounts.set(person, { isDisabled });
      if (isDisabled) workings.challenges.make(person);
    },
    deleteAccount(person, isDeleted) {
      accounts.set(person, { isDeleted });
      if (!isDeleted) return;
      sessions.end(person);
      workings.challenges.make(person);
    },
    changePassword(person) {
      revokeEverything(setting, person);
      return accounts.setPassword(person);
    },
    expirePassword: (person, isPasswordExpired) => accounts.set(person, { isPasswordExpired }),
    assign: (person, isAssigned) => accounts.set(person, { isAssigned }),
  };
}
